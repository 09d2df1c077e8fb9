import { Card, List, Table, Text, Title, type TitleOrder } from '@mantine/core'
import type { MarkedToken, Token, Tokens } from 'marked'
import { Example } from './example.tsx'
import { Inline } from './inline.tsx'

/** What stands under a heading: a block of its own each, with the codes of one example together. */
export type Block = MarkedToken | { type: 'example'; codes: Tokens.Code[] }

/** Gathers codes that follow one another: the same request in several languages. */
export function toBlocks(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = []
  for (const token of tokens as MarkedToken[]) {
    const last = blocks.at(-1)
    if (token.type === 'space') continue
    if (token.type !== 'code') blocks.push(token)
    else if (last?.type === 'example' && token.lang !== 'json') last.codes.push(token)
    else blocks.push({ type: 'example', codes: [token] })
  }
  return blocks
}

/** A heading's place in the page's address. */
export const anchorOf = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

export function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'example':
      return <Example codes={block.codes} />
    case 'heading':
      return (
        <Title
          order={block.depth as TitleOrder}
          size={`h${block.depth + 1}`}
          id={anchorOf(block.text)}
          mt={block.depth > 1 ? 'lg' : 0}
          style={{ scrollMarginTop: 80 }}
        >
          <Inline tokens={block.tokens} />
        </Title>
      )
    case 'list':
      return (
        <List type={block.ordered ? 'ordered' : 'unordered'} spacing="xs" withPadding={false}>
          {block.items.map(({ raw, tokens }) => (
            <List.Item key={raw}>
              <Inline tokens={tokens} />
            </List.Item>
          ))}
        </List>
      )
    case 'table':
      return <GuideTable table={block} />
    case 'paragraph':
      return (
        <Text component="p" m={0} lh={1.65}>
          <Inline tokens={block.tokens} />
        </Text>
      )
    default:
      return <Text>{block.raw}</Text>
  }
}

function GuideTable({ table: { header, rows } }: { table: Tokens.Table }) {
  return (
    <Card withBorder padding={0}>
      <Table.ScrollContainer minWidth={460}>
        <Table verticalSpacing="xs" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              {header.map(({ text, tokens }) => (
                <Table.Th key={text}>
                  <Inline tokens={tokens} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row[0]?.text}>
                {row.map(({ tokens }, column) => (
                  <Table.Td key={header[column]?.text}>
                    <Inline tokens={tokens} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  )
}
