/** What falls, blows and drifts before the lens. */
import type { Layer, SetOrder, WeatherGround } from '../place.ts'
import { paintFog } from './fog.ts'
import { paintFlash } from './lightning.ts'
import { paintRain, paintSplashes } from './rain.ts'
import { paintSnowCover, paintSnowfall } from './snow.ts'
import { paintDustStorm, paintLeaves } from './wind.ts'

/** The layers that the weather puts over the whole picture; none for a clear day. */
export function paintWeather(order: SetOrder, ground?: WeatherGround): Layer[] {
  const lands = ground && (ground.medium === 'ground' || ground.medium === 'water') ? ground : undefined
  switch (order.weather) {
    case 'rain':
      return [...(lands ? [paintSplashes(order, lands, 130)] : []), paintRain(order, 230, 0.1)]
    case 'storm':
      return [...(lands ? [paintSplashes(order, lands, 200)] : []), paintRain(order, 340, 0.24), paintFlash(order)]
    case 'snow':
      return [...(lands?.medium === 'ground' ? [paintSnowCover(order, lands)] : []), paintSnowfall(order)]
    case 'fog':
      return paintFog(order)
    case 'wind':
      return lands?.dust === 'dust' || lands?.dust === 'snow' ? paintDustStorm(order, lands.dust) : [paintLeaves(order)]
    default:
      return []
  }
}
