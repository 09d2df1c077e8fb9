/** SVG said in the words that the canvas understands: what it leaves away or paints black, in another form. */

/**
 * `@napi-rs/canvas` 1.0.11 follows `xlink:href` and not the plain `href` of SVG 2, so that what is used again, and
 * what a clip path borrows, is not drawn; and it fills an ellipse black when its gradient is in bounding-box units.
 */
export function plainSvg(svg: string): string {
  const linked = svg.replace(/(<(?:use|linearGradient|radialGradient|image)\b[^>]*?) href=/g, '$1 xlink:href=')
  const named = linked.includes('xmlns:xlink=')
    ? linked
    : linked.replace('<svg ', '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ')
  return named.replace(/<ellipse\b([^>]*?)(\/?)>/g, (_, attributes: string, end: string) => {
    const [cx, cy] = [numberOf(attributes, 'cx'), numberOf(attributes, 'cy')]
    const [rx, ry] = [numberOf(attributes, 'rx'), numberOf(attributes, 'ry')]
    const outline = `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${rx * 2} 0a${rx} ${ry} 0 1 0 ${-rx * 2} 0z`
    return `<path d="${outline}"${attributes.replace(/\s(?:cx|cy|rx|ry)="[^"]*"/g, '')}${end}>`
  })
}

/** The number of an attribute; 0, as SVG has it, when it is left away. */
function numberOf(attributes: string, name: string): number {
  return Number.parseFloat(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '0')
}
