import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from './data-folder'
import { packageRoot, resourcePath } from './package-root'

test.each([
  ['linux', '/home/lan', {}, '/home/lan/.local/share/dayang'],
  ['linux', '/home/lan', { XDG_DATA_HOME: '/data' }, '/data/dayang'],
  ['linux', '/home/lan', { XDG_DATA_HOME: '' }, '/home/lan/.local/share/dayang'],
  ['freebsd', '/home/lan', {}, '/home/lan/.local/share/dayang'],
  ['darwin', '/Users/lan', {}, '/Users/lan/Library/Application Support/大样'],
  ['win32', 'C:\\Users\\lan', { APPDATA: 'D:\\Roaming' }, 'D:\\Roaming\\大样'],
  ['win32', 'C:\\Users\\lan', {}, 'C:\\Users\\lan\\AppData\\Roaming\\大样'],
  ['linux', '/home/lan', { DAYANG_DATA: '/mnt/paper' }, '/mnt/paper'],
])('on %s at %s with %j data lie in %s', (platform, home, env, folder) => {
  expect(dataFolder({ platform, home, env })).toBe(folder)
})

test('resources are found from the source and from the bundle alike', () => {
  const root = packageRoot()
  expect(packageRoot(join(root, 'out', 'main', 'serve.js'))).toBe(root)
  expect(existsSync(resourcePath('templates.json'))).toBe(true)
  expect(() => packageRoot('/nowhere/else')).toThrow('No package.json')
})
