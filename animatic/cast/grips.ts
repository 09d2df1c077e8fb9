/** How a thing is held: where its middle is on the holder, and how large it shows beside him. */
export interface Grip {
  /** Shares of the holder's width and height, from the middle of his foot; `right` is towards the way he faces. */
  right: number
  up: number
  /** Its height as a share of the holder's. */
  size: number
}

const grips: readonly [RegExp, Grip][] = [
  [/^(?:guitar|banjo)$/, { right: 0.06, up: 0.52, size: 0.52 }],
  [/^violin$/, { right: 0.2, up: 0.66, size: 0.34 }],
  [/^(?:saxophone|trumpet|flute|clarinet|trombone|postal-horn)$/, { right: 0.32, up: 0.62, size: 0.32 }],
  [/^accordion$/, { right: 0, up: 0.55, size: 0.3 }],
  [/^harmonica$/, { right: 0.05, up: 0.78, size: 0.08 }],
  [/^(?:drum|long-drum|musical-keyboard|xylophone)$/, { right: 0, up: 0.45, size: 0.28 }],
  [/^(?:microphone|studio-microphone)$/, { right: 0.3, up: 0.72, size: 0.2 }],
  [/^(?:umbrella|umbrella-with-rain-drops)$/, { right: 0.22, up: 1.02, size: 0.8 }],
  [/^balloon$/, { right: 0.5, up: 1.05, size: 0.5 }],
  [/^kite$/, { right: 1.3, up: 1.4, size: 0.5 }],
  [
    /^(?:open-book|newspaper|notebook|page-facing-up|memo|laptop|game-die|joker|flower-playing-cards)$/,
    { right: 0.16, up: 0.55, size: 0.22 },
  ],
  [/^(?:diving-mask|goggles)$/, { right: 0, up: 0.9, size: 0.13 }],
  [/^(?:camera|camera-with-flash|video-camera|movie-camera|telescope)$/, { right: 0.24, up: 0.8, size: 0.16 }],
  [/^(?:mobile-phone|telephone-receiver|cigarette|toothbrush|lipstick|razor)$/, { right: 0.34, up: 0.82, size: 0.13 }],
  [
    /^(?:tennis|badminton|ping-pong|baseball-bat|cricket-game|field-hockey|ice-hockey|axe|hammer|sword|dagger|magic-wand|lacrosse)$/,
    { right: 0.52, up: 0.62, size: 0.42 },
  ],
  [/^(?:broom|fishing-pole|bow-and-arrow|crutch)$/, { right: 0.5, up: 0.5, size: 0.66 }],
  [/^(?:cooking|pot|pot-of-food|shallow-pan-of-food)$/, { right: 0.52, up: 0.5, size: 0.26 }],
  [/^(?:baby|cat|black-cat|rabbit|dog|poodle|teddy-bear|bouquet)$/, { right: 0.2, up: 0.6, size: 0.34 }],
  [/^(?:handbag|briefcase|luggage|bucket|basket|shopping-bags)$/, { right: 0.5, up: 0.32, size: 0.3 }],
  [/^(?:skateboard|surfboard|snowboard|skis)$/, { right: 0.45, up: 0.45, size: 0.7 }],
]

/** `share` is its real height as a share of the holder's: an unlisted thing shows a little larger than life. */
export function gripOf(drawing: string, share: number): Grip {
  const listed = grips.find(([pattern]) => pattern.test(drawing))?.[1]
  return listed ?? { right: 0.46, up: 0.52, size: Math.min(0.5, Math.max(0.2, share * 1.25)) }
}
