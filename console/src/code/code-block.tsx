import { Box, ScrollArea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CopyButton } from '../parts/copy-button.tsx'
import classes from './code-block.module.css'

interface CodeBlockProps {
  code: string
  /** As highlight.js names it: `bash`, `json`. */
  language: string
  /** What is copied, when it is more than is shown: a key that is masked. */
  copied?: string
  label?: string
  maxHeight?: number
}

/** Code in colour, with a button that copies it. */
export function CodeBlock({ code, language, copied = code, label = 'the code', maxHeight }: CodeBlockProps) {
  // The colours arrive after the code, which can be read without them.
  const { data: highlight } = useQuery({
    queryKey: ['highlight'],
    queryFn: async () => (await import('./highlight.ts')).highlight,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const content = highlight ? (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: highlight.js escapes the code it colours.
    <code dangerouslySetInnerHTML={{ __html: highlight(code, language) }} />
  ) : (
    <code>{code}</code>
  )
  return (
    <Box className={classes.block}>
      <Box className={classes.copy}>
        <CopyButton value={copied} label={label} />
      </Box>
      <ScrollArea.Autosize mah={maxHeight} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': label }}>
        <pre className={classes.code}>{content}</pre>
      </ScrollArea.Autosize>
    </Box>
  )
}
