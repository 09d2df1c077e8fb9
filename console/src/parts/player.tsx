import classes from './player.module.css'

interface PlayerProps {
  src: string
  poster?: string | undefined
  /** Starts without its sound, as browsers want it. */
  autoPlay?: boolean
}

export function Player({ src, poster, autoPlay = false }: PlayerProps) {
  return (
    <video
      className={classes.player}
      src={src}
      poster={poster}
      controls
      playsInline
      loop
      autoPlay={autoPlay}
      muted={autoPlay}
      aria-label="The video"
    />
  )
}
