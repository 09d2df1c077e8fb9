/** What the builder of the WordNet lexicon must be told: where a kind of is not a picture of. */
import { wordSet } from './phrase-table.ts'

/** Phrases that stand for themselves only: what is below them in WordNet does not look like their drawing. */
export const shallow = wordSet(`
  fruit vegetable veggie animal pet musical-instrument string-instrument instrument cart trolley canvas nut paper document
  explosion arch synthesizer organ keyboard mule ceramic ceramics drawer chestnut walnut
  vehicle aircraft box bag ball circuit platform television cutlery shield package parcel crystal magnet bubble ridge
  neighborhood neighbourhood web leaf traffic cap hat ring dna space rock stone painting thread yarn lamp carpet rug
  pool ice trail nest pottery cyclone raptor track waves wave water field shelf floor counter table desk alien playground
  corner bend orbit lights cover plant pot dish case tool instrument machine toy lightning sunshine air heaven cosmos
  universe goal glass cup bottle mug jar basket tray wood logs light-bulb bulb screen monitor sign flag board label page
  letter note chart hole hook link key chains label island sand camp wood valley grass lawn yard picnic
  protagonist character lover partner owner figure model hearing cereal palace window door wheel battery circus joker
  playing-card cards printer music concert festival performing-arts compass label coin memo receipt ticket
  sunrise horizon club link bone brain heart eye ear nose foot leg hand feather knot seat bank clamp
  headstone cake gymnasium soap pill candle glitter sparkle sparkles confetti droplet smoke fog dust town port haven
  settlement suburb urban-area industrial-area wasteland lane road street path railway railroad counter bar
  passage passageway alcove hall atrium booth berth trench excavation facade doorway fence swing bamboo blackboard
  kiosk deck showroom pipe office workplace industrial-plant bin speaker camper gem jewel
  tower steam-engine engine basin gear spring mat fence wall post pole rope net chain pipe tube cage hose
`)

/** Phrases that mean to WordNet something that their drawing does not show. */
export const otherwise = wordSet(`
  purple-heart alien cyclone raptor table television circuit headstone gymnasium runner playground trail bend goal chains
  snow ice grass sprite port peak plain beach-ball heavens orbit pitch court club sake mate bust locked pager air jupiter
  mars wing eyes depths shore sea-horse seahorse blue-heart
`)

/** The number of the sense that the lexicon means, where it is not the first fitting one. */
export const meantSense: Readonly<Record<string, number>> = { dolphin: 2, cake: 3 }

/** Verbs too general to say how those below them move. */
export const vagueVerbs = wordSet(`
  move go come make do take put have change touch get give show create form keep turn work use act be become begin start
  continue stop join find see look think seem fill cover remove separate connect hold stay place pass enter leave lower
  raise open press bring carry transform appear disappear turn-into land set light face feature include depict cast save
  help offer receive sell buy pay count measure choose share learn enjoy meet tell talk present speak prepare build lead
  follow protect defend attack fight treat cook reach search try check test compare collect attach divide spread express
  fix perform play stand point head cut write draw produce arrange discover reveal surround wake fall rise pour flow drop
  break mix hide slow speed park clean wash exercise water
`)

/** Compounds that are far oftener a verb and what follows it: "two dogs walk in the snow" tells of no walk-in. */
export const readsAsVerb =
  /^(?:walk|drive|stand|sit|run|fly|lie|lean|ride|swim|jump|dive|move|look|climb|sleep|turn|come|go|drop|step|roll|push|pull) (?:in|on|to|by|through|over|off|up|down|out)$/
