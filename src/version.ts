import packageJson from '../package.json' with { type: 'json' }

/** The version of this server. */
export const packageVersion: string = packageJson.version
