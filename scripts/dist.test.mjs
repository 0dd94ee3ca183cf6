import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import config from '../electron-builder.config.js'
import { inRoot } from './setup/root.mjs'

const require = createRequire(import.meta.url)
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))

describe('the fuses', () => {
  it.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['grantFileProtocolExtraPrivileges', false],
    ['enableCookieEncryption', true],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
  ])('%s: %s', (fuse, state) => {
    expect(config.electronFuses[fuse]).toBe(state)
  })

  it('are all known to the packager', () => {
    const scheme = JSON.parse(readFileSync(require.resolve('app-builder-lib/scheme.json'), 'utf8'))
    const known = Object.keys(scheme.definitions.FuseOptionsV1.properties)
    expect(known).toEqual(expect.arrayContaining(Object.keys(config.electronFuses)))
  })
})

describe('the packages', () => {
  it.each([
    ['win', ['nsis']],
    ['mac', ['dmg']],
    ['linux', ['AppImage', 'deb']],
  ])('of %s are %j', (system, targets) => {
    expect(config[system].target.map(({ target }) => target)).toEqual(targets)
  })

  it('leave out the weights of the faces that nothing names, and only those', () => {
    const weights = /\{(.*)\}/.exec(config.files.find(row => row.includes('expo-google-fonts')))[1].split(',')
    const sources = ['src/renderer/paint/faces.ts', 'src/main/output/fonts.ts'].map(file =>
      readFileSync(inRoot(file), 'utf8'),
    )
    const used = sources.flatMap(text =>
      [...text.matchAll(/noto-\w+-sc\/(\w+)\//g)].map(([, weight]) => weight),
    )
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter(weight => weights.includes(weight))).toEqual([])
    for (const weight of weights.filter(name => name !== '100Thin'))
      expect(existsSync(inRoot('node_modules/@expo-google-fonts/noto-serif-sc', weight))).toBe(true)
  })

  it('need nothing compiled', () => {
    expect([config.npmRebuild, config.nodeGypRebuild]).toEqual([false, false])
  })
})

it('runs no install script of its own', () => {
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare']
  expect(Object.keys(manifest.scripts).filter(name => hooks.includes(name))).toEqual([])
})

it('pins every version', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
