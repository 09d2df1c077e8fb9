/** Which painter paints which place. */
import { paintAirport } from './airport.ts'
import { paintAmusementPark } from './amusement-park.ts'
import { paintAquarium } from './aquarium.ts'
import { paintBathroom } from './bathroom.ts'
import { paintBeach } from './beach.ts'
import { paintBedroom } from './bedroom.ts'
import { paintBridge } from './bridge.ts'
import { paintCanyon } from './canyon.ts'
import { paintCastle } from './castle.ts'
import { paintCave } from './cave.ts'
import { paintCemetery } from './cemetery.ts'
import { paintChurch } from './church.ts'
import { paintCity } from './city.ts'
import { paintClassroom } from './classroom.ts'
import { paintSeaCliff } from './cliff.ts'
import { paintDesert } from './desert.ts'
import { paintFactory } from './factory.ts'
import { paintFarm } from './farm.ts'
import { paintForest } from './forest.ts'
import { paintGallery } from './gallery.ts'
import { paintGarden } from './garden.ts'
import { paintGlacier } from './glacier.ts'
import { paintGym } from './gym.ts'
import { paintHallway } from './hallway.ts'
import { paintHarbour } from './harbour.ts'
import { paintHospital } from './hospital.ts'
import { paintJungle } from './jungle.ts'
import { paintKitchen } from './kitchen.ts'
import { paintLaboratory } from './laboratory.ts'
import { paintLake } from './lake.ts'
import { paintLibrary } from './library.ts'
import { paintLivingRoom } from './living-room.ts'
import { paintMarket } from './market.ts'
import { paintMars } from './mars.ts'
import { paintMeadow } from './meadow.ts'
import { paintMoon } from './moon.ts'
import { paintMountain } from './mountain.ts'
import { paintOcean } from './ocean.ts'
import { paintOffice } from './office.ts'
import { paintPark } from './park.ts'
import { paintParkingLot } from './parking-lot.ts'
import type { SetPainter } from './place.ts'
import { paintPlayground } from './playground.ts'
import { paintPool } from './pool.ts'
import { paintRestaurant } from './restaurant.ts'
import { paintRiver } from './river.ts'
import { paintHighway } from './road.ts'
import { paintRuins } from './ruins.ts'
import { type SetName, setNames } from './set-names.ts'
import { paintShop } from './shop.ts'
import { paintHeights } from './sky.ts'
import { paintSkyline } from './skyline.ts'
import { paintSnow } from './snow.ts'
import { paintSpace } from './space.ts'
import { paintStadium } from './stadium.ts'
import { paintStage } from './stage.ts'
import { paintStation } from './station.ts'
import { paintStreet } from './street.ts'
import { paintStudio } from './studio.ts'
import { paintUnderwater } from './underwater.ts'
import { paintVillage } from './village.ts'
import { paintVolcano } from './volcano.ts'
import { paintWaterfall } from './waterfall.ts'
import { paintWorkshop } from './workshop.ts'

export { type SetName, setNames } from './set-names.ts'

const painters: Record<SetName, SetPainter> = {
  default: paintMeadow,
  studio: paintStudio,
  mars: paintMars,
  river: paintRiver,
  lake: paintLake,
  ocean: paintOcean,
  beach: paintBeach,
  underwater: paintUnderwater,
  forest: paintForest,
  mountain: paintMountain,
  meadow: paintMeadow,
  desert: paintDesert,
  snow: paintSnow,
  city: paintCity,
  village: paintVillage,
  road: paintHighway,
  garden: paintGarden,
  space: paintSpace,
  sky: paintHeights,
  room: paintLivingRoom,
  stage: paintStage,
  classroom: paintClassroom,
  jungle: paintJungle,
  waterfall: paintWaterfall,
  canyon: paintCanyon,
  'living-room': paintLivingRoom,
  volcano: paintVolcano,
  glacier: paintGlacier,
  cave: paintCave,
  moon: paintMoon,
  kitchen: paintKitchen,
  bedroom: paintBedroom,
  office: paintOffice,
  library: paintLibrary,
  bathroom: paintBathroom,
  restaurant: paintRestaurant,
  church: paintChurch,
  aquarium: paintAquarium,
  shop: paintShop,
  street: paintStreet,
  market: paintMarket,
  park: paintPark,
  laboratory: paintLaboratory,
  gallery: paintGallery,
  workshop: paintWorkshop,
  castle: paintCastle,
  ruins: paintRuins,
  farm: paintFarm,
  hospital: paintHospital,
  gym: paintGym,
  hallway: paintHallway,
  factory: paintFactory,
  harbour: paintHarbour,
  skyline: paintSkyline,
  bridge: paintBridge,
  cemetery: paintCemetery,
  airport: paintAirport,
  station: paintStation,
  stadium: paintStadium,
  'amusement-park': paintAmusementPark,
  playground: paintPlayground,
  'parking-lot': paintParkingLot,
  pool: paintPool,
  cliff: paintSeaCliff,
}

/** The painter of the place, or of the default landscape when there is none of that name. */
export function findSet(place: string): SetPainter {
  return painters[setNames.find((known) => known === place) ?? 'default']
}
