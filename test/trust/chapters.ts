/** The chapters of docs/trust.md in their order; the keys are what `npm run trust -- <chapter>` takes. */

import type { Chapter } from './promise.ts'
import { abuse } from './promises/abuse.ts'
import { browser } from './promises/browser.ts'
import { contentPolicy } from './promises/content-policy.ts'
import { crashPoints } from './promises/crash-points.ts'
import { faults } from './promises/faults.ts'
import { inputs } from './promises/inputs.ts'
import { keysAndLinks } from './promises/keys-and-links.ts'
import { retention } from './promises/retention.ts'
import { ssrf } from './promises/ssrf.ts'
import { supplyChain } from './promises/supply-chain.ts'
import { tenancy } from './promises/tenancy.ts'

export const chapters: Record<string, Chapter> = {
  'crash-points': crashPoints,
  faults,
  retention,
  ssrf,
  inputs,
  'keys-and-links': keysAndLinks,
  tenancy,
  browser,
  abuse,
  'content-policy': contentPolicy,
  'supply-chain': supplyChain,
}
