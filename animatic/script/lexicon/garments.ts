/** Clothes that can be put on a figure: how each is cut, and its usual colour where the prompt names none. */
import { phraseTable } from './phrase-table.ts'

/** `cut colour`: the cut decides what of the figure it covers. */
export const garmentCuts = phraseTable<string>({
  'dress #c8324a':
    'dress, gown, skirt, sundress, summer dress, cocktail dress, ball gown, tutu, frock, sequin dress, long dress, evening gown, flowing dress, silk dress, maxi dress',
  'dress #f6f2ea': 'wedding gown, wedding dress',
  'robe #7a4fa8': 'robe, gown robe, cloak, cape, wizard robe, toga, dressing gown, bathrobe, poncho',
  'robe #b8324a': 'kimono, sari, yukata, hanbok, qipao, cheongsam, hanfu',
  'robe #5a5048': 'long coat, trench coat, overcoat, trenchcoat',
  'suit #3a4056': 'suit, business suit, tuxedo, uniform, school uniform, formal wear',
  'suit #f2f4f8': 'spacesuit, space suit, lab coat, white coat, wedding suit, karate suit',
  'suit #f0a020': 'jumpsuit, overalls, hazmat suit, wetsuit',
  'top #f4c81e': 'raincoat, rain jacket',
  'top #e0662a': 'lifejacket, life jacket, life vest, safety vest, hi vis vest',
  'top #2a2a32': 'leather jacket, jacket, blazer, bomber jacket, turtleneck',
  'top #4a78b8':
    'shirt, t shirt, tshirt, tee, blouse, polo, tank top, top, jersey, vest, waistcoat, cardigan, sweater, hoodie, pullover, jumper, coat, winter coat, sweatshirt, denim jacket, football jersey, basketball jersey, flannel shirt, parka, sportswear, tracksuit',
  'legs #3a5a8c': 'jeans, trousers, pants, leggings, shorts, denim, slacks, sweatpants',
  'feet #2a2630':
    'boots, boot, shoes, shoe, sneakers, sneaker, heels, high heels, sandals, slippers, trainers, rain boots, leather boots, cowboy boots, running shoes',
  'scarf #c8324a': 'scarf, shawl, bandana, neckerchief, wool scarf, knitted scarf',
})
