import { Card, Group, Progress, Stack, Text } from '@mantine/core'
import { IconMovie, IconMovieOff } from '@tabler/icons-react'
import { useRef } from 'react'
import { Link } from 'react-router'
import type { TaskItem } from '../../api/types.ts'
import { formatRelative } from '../../parts/format.ts'
import { StateBadge } from '../../parts/state-badge.tsx'
import classes from './video-tile.module.css'

/** A film's picture, which plays under the pointer; leads to its page. */
export function VideoTile({ task }: { task: TaskItem }) {
  const { id, prompt, model, seconds, state, created_at } = task
  return (
    <Card component={Link} to={`/videos/${id}`} withBorder padding={0} className={classes.tile}>
      <Picture task={task} />
      <Stack gap={4} p="sm">
        <Text size="sm" fw={500} lineClamp={2}>
          {prompt}
        </Text>
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Text size="xs" c="dimmed" truncate>
            {model} · {seconds} s · {formatRelative(created_at)}
          </Text>
          {state !== 'succeeded' && <StateBadge state={state} />}
        </Group>
      </Stack>
    </Card>
  )
}

function Picture({ task: { state, progress, video_url, thumbnail_url } }: { task: TaskItem }) {
  const video = useRef<HTMLVideoElement>(null)
  if (!video_url) {
    const Icon = state === 'failed' || state === 'cancelled' ? IconMovieOff : IconMovie
    const isOpen = Icon === IconMovie
    return (
      <div className={classes.frame}>
        <Icon size={40} stroke={1.2} aria-hidden className={classes.icon} />
        {isOpen && <Progress value={Math.max(progress, 3)} className={classes.progress} aria-label="Progress" />}
      </div>
    )
  }
  const stop = () => {
    video.current?.pause()
    video.current?.load()
  }
  return (
    <div
      className={classes.frame}
      onPointerEnter={() => void video.current?.play().catch(() => {})}
      onPointerLeave={stop}
    >
      <video
        ref={video}
        src={video_url}
        poster={thumbnail_url ?? undefined}
        preload="none"
        muted
        loop
        playsInline
        tabIndex={-1}
        aria-hidden
        className={classes.film}
      />
    </div>
  )
}
