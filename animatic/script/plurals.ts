/** English plurals, turned back. */
const irregular = new Map(
  Object.entries({
    mice: 'mouse',
    geese: 'goose',
    wolves: 'wolf',
    leaves: 'leaf',
    knives: 'knife',
    calves: 'calf',
    loaves: 'loaf',
    feet: 'foot',
    teeth: 'tooth',
    men: 'man',
    women: 'woman',
    people: 'person',
    children: 'child',
    oxen: 'ox',
    elves: 'elf',
    shelves: 'shelf',
    thieves: 'thief',
    cacti: 'cactus',
    octopi: 'octopus',
    hippopotami: 'hippopotamus',
    policemen: 'policeman',
    firemen: 'fireman',
    businessmen: 'businessman',
    fishermen: 'fisherman',
    policewomen: 'policewoman',
    gentlemen: 'gentleman',
    mermen: 'merman',
    snowmen: 'snowman',
    horsemen: 'horseman',
    buses: 'bus',
    potatoes: 'potato',
    tomatoes: 'tomato',
    heroes: 'hero',
    superheroes: 'superhero',
    wives: 'wife',
    dice: 'game die',
    lice: 'louse',
    halves: 'half',
    lives: 'life',
    scarves: 'scarf',
    dwarves: 'dwarf',
    sheep: 'sheep',
  }),
)

/** The singular forms the word may be a plural of, the likeliest first; none when it cannot be a plural. */
export function singularForms(word: string): string[] {
  const known = irregular.get(word)
  if (known !== undefined) return [known]
  if (word.length < 3 || !word.endsWith('s') || word.endsWith('ss')) return []
  const forms = [word.slice(0, -1)]
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`)
  if (word.endsWith('ves')) forms.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`)
  if (word.endsWith('es')) forms.push(word.slice(0, -2))
  return forms
}
