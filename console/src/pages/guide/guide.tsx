import { Alert, Anchor, Box, Card, Stack, Text } from '@mantine/core'
import { lexer, type Tokens } from 'marked'
import { useEffect, useMemo } from 'react'
import { Link, useLocation } from 'react-router'
import text from '../../../../docs/guide.md?raw'
import { ExampleKeyBar } from '../../code/example-key.tsx'
import { anchorOf, BlockView, toBlocks } from './blocks.tsx'
import classes from './guide.module.css'
import { ReaderProvider, useReader } from './reader.tsx'

/** docs/guide.md, with the reader's own address and key in its examples, which run where they stand. */
export default function Guide() {
  const [title, lead, ...rest] = useMemo(() => toBlocks(lexer(text)), [])
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
  }, [hash])
  const sections = rest.filter((block): block is Tokens.Heading => block.type === 'heading' && block.depth === 2)
  return (
    <ReaderProvider>
      {title && <BlockView block={title} />}
      <Box className={classes.page}>
        <Contents sections={sections} />
        <Stack className={classes.text} gap="md">
          {lead && <BlockView block={lead} />}
          <ReaderBar />
          {rest.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the guide does not change while it is read.
            <BlockView key={index} block={block} />
          ))}
        </Stack>
      </Box>
    </ReaderProvider>
  )
}

function Contents({ sections }: { sections: readonly Tokens.Heading[] }) {
  return (
    <Box component="nav" className={classes.contents} aria-label="On this page">
      <Text size="sm" fw={600} mb={6}>
        On this page
      </Text>
      <ul>
        {sections.map(({ text }) => (
          <li key={text}>
            <Anchor component={Link} to={`#${anchorOf(text)}`} size="sm">
              {text}
            </Anchor>
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** What the examples are filled with. */
function ReaderBar() {
  const { isLoggedIn, exampleKey } = useReader()
  if (!isLoggedIn) {
    return (
      <Alert variant="light" p="sm">
        <Anchor component={Link} to="/login?return_to=%2Fguide" inherit>
          Log in
        </Anchor>{' '}
        to fill your key into the examples and to run them here.
      </Alert>
    )
  }
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          “Run” sends an example as you, at its price. A key made here is filled into all of them.
        </Text>
        <ExampleKeyBar exampleKey={exampleKey} name="guide" />
      </Stack>
    </Card>
  )
}
