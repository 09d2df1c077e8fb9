import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setNames } from '../sets/set-names.ts'
import { hasDrawing } from './nouns.ts'
import { readPrompt } from './read-prompt.ts'
import { type Shot, type Subject, shotPlan } from './shot-plan.ts'

function onlyShot(prompt: string): Shot {
  const { shots } = readPrompt(prompt, 8)
  assert.equal(shots.length, 1, `${prompt}: one shot`)
  return shots[0]!
}

function firstSubject(prompt: string): Subject {
  const [subject] = onlyShot(prompt).subjects
  assert.ok(subject, `${prompt}: a subject`)
  return subject
}

test('a subject, what it does and where are read', () => {
  const shot = onlyShot('cat running on the river')
  assert.equal(shot.place, 'river')
  assert.equal(shot.camera, 'tracking')
  assert.deepEqual(
    shot.subjects.map(({ drawing, action }) => [drawing, action]),
    [['cat', 'run']],
  )
})

test('other words, plurals and emoji name the same drawing', () => {
  for (const [prompt, drawing] of [
    ['a labrador', 'dog'],
    ['two foxes', 'fox'],
    ['mice', 'mouse'],
    ['a yellow taxi', 'taxi'],
    ['a sedan', 'automobile'],
    ['🐱', 'cat'],
    ['a traffic light', 'vertical-traffic-light'],
    ['three glasses of wine', 'wine-glass'],
    ['un gato', 'cat'],
    ['ein Hund', 'dog'],
    ['一只猫', 'cat'],
  ] as const) {
    assert.equal(firstSubject(prompt).drawing, drawing, prompt)
  }
})

test('people are drawn doing what they do', () => {
  for (const [prompt, drawing] of [
    ['a woman dancing', 'woman-dancing'],
    ['A man is surfing', 'man-surfing'],
    ['A person is riding a bike', 'person-biking'],
    ['a girl runs', 'woman-running'],
    ['a man riding a horse', 'horse-racing'],
    ['an astronaut', 'astronaut'],
    ['a female firefighter', 'woman-firefighter'],
    ['a witch', 'woman-mage'],
  ] as const) {
    assert.equal(firstSubject(prompt).drawing, drawing, prompt)
  }
})

test('counts, colours and sizes belong to their noun', () => {
  const [dogs, umbrella] = onlyShot('three dogs play with a huge red umbrella').subjects
  assert.equal(dogs?.count, 3)
  assert.equal(dogs?.colour, undefined)
  assert.equal(umbrella?.colour, 'red')
  assert.ok(umbrella!.heightMetres > 1.5)
  assert.equal(firstSubject('a group of elephants').count, 6)
  assert.equal(firstSubject('an orange').drawing, 'tangerine')
  assert.equal(firstSubject('an orange car').colour, 'orange')
})

test('relations point at the other subject', () => {
  for (const [prompt, kind] of [
    ['a bicycle on the left of a car', 'left-of'],
    ['a vase to the right of a chair', 'right-of'],
    ['a banana on the top of an apple', 'on'],
    ['a cat under a chair', 'under'],
    ['a dog in front of a house', 'in-front-of'],
    ['a bear behind a tree', 'behind'],
    ['a sedan parked next to a fire hydrant', 'right-of'],
    ['a mouse inside a teapot', 'inside'],
    ['a panda drinking coffee', 'holding'],
    ['an astronaut riding a horse on the moon', 'riding'],
  ] as const) {
    assert.deepEqual(firstSubject(prompt).relation, { kind, of: 1 }, prompt)
  }
})

test('what cannot be drawn is told and never swapped for something else', () => {
  for (const [prompt, words] of [
    ['a guinea pig', 'guinea pig'],
    ['an ear ring', 'ear ring'],
    ['a rusty carburetor', 'carburetor'],
    ['a frumious bandersnatch', 'bandersnatch'],
  ] as const) {
    const plan = readPrompt(prompt, 4)
    assert.deepEqual(plan.shots[0]!.subjects, [], prompt)
    assert.deepEqual(plan.unresolved, [words], prompt)
  }
})

test('street furniture, sports gear and kitchen things are drawn as themselves', () => {
  for (const [prompt, drawing] of [
    ['a red fire hydrant', 'fire-hydrant'],
    ['two baseball bats', 'baseball-bat'],
    ['a parking meter', 'parking-meter'],
    ['the fridge', 'refrigerator'],
    ['a hair dryer', 'hair-drier'],
    ['a TV remote', 'remote'],
    ['a purple vase', 'vase'],
    ['the Eiffel Tower', 'eiffel-tower'],
  ] as const) {
    assert.equal(firstSubject(prompt).drawing, drawing, prompt)
  }
})

test('styles and camera words are told in the plan', () => {
  for (const [words, style] of [
    ['Van Gogh style', 'van-gogh'],
    ['animated style', 'anime'],
    ['by Hokusai, in the style of Ukiyo', 'woodblock'],
    ['pencil sketch', 'pencil-sketch'],
    ['comic book style', 'comic'],
    ['film noir', 'film-noir'],
  ] as const) {
    assert.equal(readPrompt(`A shark swims in the ocean, ${words}`, 4).style, style, words)
  }
  for (const [words, camera] of [
    ['with an intense shaking effect', 'shake'],
    ['featuring a steady and smooth perspective', 'steady'],
    ['racking focus', 'rack-focus'],
    ['over-the-shoulder shot', 'over-the-shoulder'],
    ['tilt down', 'tilt-down'],
  ] as const) {
    assert.equal(onlyShot(`A shark swims in the ocean, ${words}`).camera, camera, words)
  }
  assert.equal(readPrompt('A black and white cat sleeps', 4).style, undefined)
})

test('the deed and what describes the doer are kept as they were told', () => {
  const girl = firstSubject('a tiny brave girl is ice skating')
  assert.deepEqual([girl.deed, girl.size, girl.attributes], ['ice skating', 0.4, ['brave']])
})

test('what is denied is not shown', () => {
  assert.deepEqual(onlyShot('no people, just an empty desert').subjects, [])
})

test('light, weather, season, mood, style and tempo are read', () => {
  const plan = readPrompt('A sad dog in a rainy autumn forest at night, slow motion, watercolor painting', 8)
  const [shot] = plan.shots
  assert.deepEqual(
    [shot?.timeOfDay, shot?.weather, shot?.season, plan.mood, plan.style, plan.tempo],
    ['night', 'rain', 'autumn', 'sad', 'watercolour', 0.5],
  )
})

test('a name that does what people do is a person, also a painter whose style is meant elsewhere', () => {
  const lead = (prompt: string) => onlyShot(prompt).subjects[0]?.kind
  for (const prompt of [
    'Vincent van Gogh is painting in the room',
    'Elon Musk is dancing',
    'Zorana is reading a book in the park',
    'Jensen Huang walking along a street',
  ])
    assert.equal(lead(prompt), 'person', prompt)
  assert.equal(readPrompt('a house, by Van Gogh', 8).style, 'van-gogh')
  assert.deepEqual(onlyShot('Bitcoin is rising').subjects, [])
})

test('without a camera word the camera suits what is done', () => {
  const camera = (prompt: string) => onlyShot(prompt).camera
  assert.equal(camera('a man runs in a park'), 'tracking')
  assert.equal(camera('a red car drives on a highway'), 'tracking')
  assert.equal(camera('an eagle flies over mountains'), 'crane-up')
  assert.equal(camera('a mountain valley'), 'pan-right')
  assert.equal(camera('a portrait of an old woman'), 'dolly-in')
  assert.equal(camera('the Tokyo tower'), 'tilt-up')
  assert.equal(camera('five children sit in a classroom'), 'static')
})

test('a time-lapse runs on to a later hour under the sky, and mere speed does not', () => {
  const hours = (prompt: string) => [onlyShot(prompt).timeOfDay, onlyShot(prompt).timeOfDayEnd]
  assert.deepEqual(hours('a time-lapse of a desert at noon'), ['day', 'sunset'])
  assert.deepEqual(hours('timelapse of the night sky over a forest'), ['night', 'night'])
  assert.equal(onlyShot('a time-lapse of a kitchen').timeOfDayEnd, undefined)
  assert.equal(onlyShot('a fast car racing quickly, high speed chase').timeOfDayEnd, undefined)
})

test('what a bowl is of lies in it', () => {
  const { subjects } = onlyShot('a bowl of apples on a table')
  assert.deepEqual(
    subjects.map(({ words, relation }) => [words, relation?.kind, relation?.of]),
    [
      ['bowl', 'on', 2],
      ['apples', 'inside', 0],
      ['table', undefined, undefined],
    ],
  )
})

test('camera words move the camera and a camera nobody films with is not drawn', () => {
  const shot = onlyShot('The camera slowly pans left over a calm lake')
  assert.equal(shot.camera, 'pan-left')
  assert.equal(shot.place, 'lake')
  assert.deepEqual(shot.subjects, [])
})

test('told times divide the film in their proportions', () => {
  const { shots } = readPrompt('[0-2s] a boy walks in the forest [2-8s] a bear appears behind a tree', 4)
  assert.deepEqual(
    shots.map(({ startSeconds, seconds }) => [startSeconds, seconds]),
    [
      [0, 1],
      [1, 3],
    ],
  )
})

test('a cut that is told is a shot, though nobody acts in it', () => {
  const shots = (prompt: string) => readPrompt(prompt, 10).shots.map(({ place }) => place)
  assert.deepEqual(shots('a fox in the snow. Cut to a boat at sea'), ['snow', 'ocean'])
  assert.deepEqual(shots('Shot 1: a fox in the snow. Shot 2: a castle'), ['snow', 'castle'])
})

test('a later shot goes on with the subject and the place of the one before', () => {
  const { shots } = readPrompt('A swan glides across the lake. Then it flies away.', 8)
  assert.deepEqual(
    shots.map(({ place, subjects }) => [place, subjects[0]?.drawing, subjects[0]?.action]),
    [
      ['lake', 'swan', 'float'],
      ['lake', 'swan', 'fly'],
    ],
  )
})

test('no film is cut into more shots than it has time for', () => {
  const prompt = 'A dog runs. A cat sleeps. A bird flies. A fish swims. A cow eats. A pig jumps.'
  assert.equal(readPrompt(prompt, 1).shots.length, 1)
  assert.equal(readPrompt(prompt, 30).shots.length, 6)
})

test('every plan names drawings and sets that exist, and shots that fill the film', () => {
  const prompts = ['', '!!!', '\ud83d', 'a cat', 'park', 'A couple on a stage, then a car in a city', '9 '.repeat(50)]
  for (const prompt of prompts) {
    const plan = shotPlan.parse(readPrompt(prompt, 8))
    const total = plan.shots.reduce((sum, shot) => sum + shot.seconds, 0)
    assert.ok(Math.abs(total - 8) < 1e-9, prompt)
    for (const shot of plan.shots) {
      assert.ok((setNames as readonly string[]).includes(shot.place), shot.place)
      for (const { drawing } of shot.subjects) assert.ok(hasDrawing(drawing), drawing)
    }
  }
})

test('32,000 characters of anything are read in linear time', () => {
  const inputs = [
    'a ',
    'a-',
    'x',
    'cat, ',
    '🐱',
    '\ud800',
    '猫在河边跑',
    '[0-4s]',
    'on the left of ',
    'a cat runs then ',
    '.',
  ]
  for (const part of inputs) {
    const prompt = part.repeat(Math.floor(32_000 / part.length))
    // The processor's time, which other processes do not lengthen.
    const start = process.cpuUsage()
    readPrompt(prompt, 8)
    assert.ok(process.cpuUsage(start).user < 1_000_000, JSON.stringify(part))
  }
})

test('umbrellas that people go under are held by them, and by nobody else', () => {
  for (const prompt of ['a couple walks under red umbrellas in autumn', 'a woman stands under an umbrella']) {
    const { subjects } = onlyShot(prompt)
    const umbrella = subjects.findIndex(({ drawing }) => drawing === 'umbrella')
    assert.deepEqual(
      subjects.flatMap(({ relation }) => (relation ? [relation] : [])),
      [{ kind: 'holding', of: umbrella }],
    )
  }
  const { subjects } = onlyShot('a cat sits under an umbrella')
  assert.equal(subjects[0]?.relation?.kind, 'under')
})

test('weather and light are told to the set, not drawn as things', () => {
  for (const sky of [
    'lightning',
    'rain',
    'snow falls',
    'fog',
    'wind',
    'a storm',
    'at sunset',
    'thunder and lightning',
  ]) {
    const { subjects } = onlyShot(`a sailboat on the ocean, ${sky}`)
    assert.deepEqual(
      subjects.map(({ drawing }) => drawing),
      ['sailboat'],
      sky,
    )
  }
  const plan = readPrompt('a sailboat on the ocean, lightning', 8)
  assert.equal(plan.shots[0]?.weather, 'storm')
  assert.deepEqual(plan.unresolved, [])
})

test('several who walk in a place walk there', () => {
  const shot = onlyShot('two dogs walk in the snow')
  assert.equal(shot.place, 'snow')
  assert.deepEqual(
    shot.subjects.map(({ drawing, count, action }) => [drawing, count, action]),
    [['dog', 2, 'walk']],
  )
})

test('an airplane on the ground or leaving it is seen from the side', () => {
  assert.equal(firstSubject('an airplane takes off from an airport').drawing, 'airplane-side')
  assert.equal(firstSubject('an airplane lands at an airport').drawing, 'airplane-side')
  assert.equal(firstSubject('an airplane flies through the clouds').drawing, 'airplane')
})

test('a garment that nobody wears is drawn by itself, in one or in many', () => {
  const drawn = (prompt: string) => onlyShot(prompt).subjects.map(({ drawing }) => drawing)
  for (const [prompt, drawing] of [
    ['a red sneaker on a white background, product shot', 'running-shoe'],
    ['a shoe', 'running-shoe'],
    ['a leather jacket', 'coat'],
    ['two mittens', 'gloves'],
    ['a wedding dress in a shop', 'dress'],
  ] as const) {
    assert.deepEqual(drawn(prompt), [drawing], prompt)
  }
})

test('a coloured background is the paper of a studio, and "from day to night" runs the light on', () => {
  const { place, backdrop } = onlyShot('a perfume bottle on a bright yellow background')
  assert.deepEqual([place, backdrop], ['studio', 'yellow'])
  assert.equal(onlyShot('a cat in a garden on a white background').place, 'garden')
  const { timeOfDay, timeOfDayEnd } = onlyShot('a city skyline from day to night')
  assert.deepEqual([timeOfDay, timeOfDayEnd], ['day', 'night'])
})

test('a style may stand by its one word', () => {
  const styleOf = (prompt: string) => readPrompt(prompt, 4).style
  assert.deepEqual(['a dog, surreal', 'a dog, noir', 'a dog, sepia'].map(styleOf), ['surreal', 'film-noir', 'vintage'])
})
