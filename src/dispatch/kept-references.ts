import type { ReferenceSources } from '../contract/generation-request.ts'
import { assetsOf } from '../db/assets.ts'
import type { Dispatch } from './dispatch.ts'

const linkSeconds = 600

/** What a task was made with, as the references of another. */
export async function keptReferences({ db, links }: Dispatch, taskId: string): Promise<ReferenceSources> {
  const assets = await assetsOf(db.root, [taskId])
  const linkOf = (key: string) => links.sign(key, new Date(Date.now() + linkSeconds * 1000))
  const images = assets.filter(({ kind }) => kind === 'image')
  const character = assets.find(({ kind }) => kind === 'character')
  const film = assets.find(({ kind }) => kind === 'source')
  return {
    images: images.map(({ key }, index) => ({ field: `image_urls[${index}]`, source: linkOf(key) })),
    ...(character && { characterUrl: linkOf(character.key) }),
    ...(film && { film: { key: film.key } }),
  }
}
