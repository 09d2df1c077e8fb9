import { Anchor, Code } from '@mantine/core'
import type { MarkedToken, Token } from 'marked'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { fill, pathOfLink } from './curl.ts'
import { useReader } from './reader.tsx'

/** Text with what stands in it. React escapes all of it; HTML in the guide is shown as text. */
export function Inline({ tokens = [] }: { tokens?: readonly Token[] | undefined }) {
  return tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the guide does not change while it is read.
    <Fragment key={index}>
      <InlineToken token={token as MarkedToken} />
    </Fragment>
  ))
}

function InlineToken({ token }: { token: MarkedToken }) {
  const { filling, exampleKey } = useReader()
  switch (token.type) {
    case 'strong':
      return (
        <strong>
          <Inline tokens={token.tokens} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Inline tokens={token.tokens} />
        </em>
      )
    case 'codespan':
      return <Code>{fill(token.text, { ...filling, key: exampleKey.shown })}</Code>
    case 'link':
      return (
        <GuideLink href={token.href}>
          <Inline tokens={token.tokens} />
        </GuideLink>
      )
    case 'text':
      return token.tokens ? <Inline tokens={token.tokens} /> : fill(token.text, filling)
    case 'paragraph':
      return <Inline tokens={token.tokens} />
    default:
      return token.raw
  }
}

/** Pages of the console by its own router; other documents are summed up by the reference. */
function GuideLink({ href, children }: { href: string; children: React.ReactNode }) {
  const path = pathOfLink(href)
  if (path !== undefined) {
    return (
      <Anchor component={Link} to={path} inherit>
        {children}
      </Anchor>
    )
  }
  return (
    <Anchor href={/^https:/.test(href) ? href : '/docs'} inherit>
      {children}
    </Anchor>
  )
}
