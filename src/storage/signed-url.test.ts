import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLinkSigner } from './signed-url.ts'

const expiresAt = new Date('2030-01-01T00:00:00Z')
const key = 'tasks/4f0c/video.mp4'
const options = { secret: 'a secret', publicUrl: 'https://videos.example.com/' }
const at = (time: string) => createLinkSigner({ ...options, now: () => Date.parse(time) })
const signer = at('2029-12-31T00:00:00Z')

function queryOf(link: string): { expires: string; signature: string } {
  const { searchParams } = new URL(link)
  return { expires: searchParams.get('expires') ?? '', signature: searchParams.get('signature') ?? '' }
}

test('a link names the file, is the same every time, and is good until its last second', () => {
  const link = signer.sign(key, expiresAt)
  assert.match(link, /^https:\/\/videos\.example\.com\/files\/tasks\/4f0c\/video\.mp4\?expires=1893456000&signature=/)
  assert.equal(link, signer.sign(key, new Date(expiresAt)))
  assert.equal(signer.verify(key, queryOf(link)), 'ok')
  assert.equal(at('2030-01-01T00:00:00.900Z').verify(key, queryOf(link)), 'ok')
  assert.equal(at('2030-01-01T00:00:01Z').verify(key, queryOf(link)), 'expired')
})

test('a link is good for no other file, time, secret or signature', () => {
  const query = queryOf(signer.sign(key, expiresAt))
  assert.equal(signer.verify('tasks/4f0c/thumb.webp', query), 'invalid')
  assert.equal(signer.verify(key, { ...query, expires: '1893456001' }), 'invalid')
  assert.equal(signer.verify(key, { ...query, expires: '01893456000' }), 'invalid')
  assert.equal(createLinkSigner({ ...options, secret: 'another' }).verify(key, query), 'invalid')
  const changed = query.signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
  for (const signature of [
    changed,
    '',
    'short',
    `${query.signature}=`,
    query.signature.slice(1),
    undefined,
    ['x'],
    7,
  ]) {
    assert.equal(signer.verify(key, { ...query, signature }), 'invalid', String(signature))
  }
  for (const expires of [undefined, '', '-1', '1e9', 'NaN', '9'.repeat(30), ['1893456000'], 1893456000]) {
    assert.equal(signer.verify(key, { ...query, expires }), 'invalid', String(expires))
  }
})

test('a tampered link is invalid, not expired: an outsider learns nothing about expiry', () => {
  const query = queryOf(signer.sign(key, new Date(0)))
  assert.equal(signer.verify(key, query), 'expired')
  assert.equal(signer.verify(key, { ...query, expires: '1' }), 'invalid')
})
