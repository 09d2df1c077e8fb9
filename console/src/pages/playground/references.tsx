import { ActionIcon, AspectRatio, Group, Image, Input, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { AddFile } from './add-file.tsx'
import classes from './references.module.css'

interface ReferencesProps {
  images: readonly string[]
  most: number
  change(images: string[]): void
}

/** Reference images, from a file or a link, each with its picture. */
export function References({ images, most, change }: ReferencesProps) {
  return (
    <Stack gap="xs">
      <Input.Label labelElement="div">
        Reference images
        <Text span size="sm" c="dimmed">
          {' '}
          {most === 1 ? 'optional, one' : `optional, up to ${most}`}
        </Text>
      </Input.Label>
      {images.length > 0 && (
        <Group gap="xs">
          {images.map((url, index) => (
            <AspectRatio key={url} ratio={1} w={88} className={classes.picture}>
              <Image src={url} alt={`Reference ${index + 1}`} radius="sm" fit="cover" />
              <ActionIcon
                className={classes.remove}
                size="sm"
                radius="xl"
                variant="filled"
                color="dark"
                aria-label={`Remove reference ${index + 1}`}
                onClick={() => change(images.filter((_one, other) => other !== index))}
              >
                <IconX size={12} />
              </ActionIcon>
            </AspectRatio>
          ))}
        </Group>
      )}
      {images.length < most && (
        <AddFile accept="image/*" what="image" onAdd={(url) => change([...new Set([...images, url])])} />
      )}
    </Stack>
  )
}
