// Runs the benches and writes their tables to docs/benchmarks.md: node scripts/bench.mjs [NAME…] [--dry]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'vite'

setFlagsFromString('--expose-gc')
globalThis.gc = runInNewContext('gc')

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
// Inside the project, so that the bundle finds the project's packages.
const folder = mkdtempSync(join(root, 'node_modules', '.bench-'))

const bundle = (entry, more) =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: false, minify: false, target: 'esnext', ...more(entry) },
  })

const load = async name => {
  await bundle(`bench/${name}.ts`, entry => ({
    ssr: entry,
    rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
  }))
  return import(pathToFileURL(join(folder, `${name}.mjs`)).href)
}

/** Each bench by its name: its report, put between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`. */
const benches = {
  async typeset() {
    await bundle('bench/ours-in-page.ts', entry => ({
      lib: { entry, formats: ['iife'], name: 'bench', fileName: () => 'page.js' },
    }))
    const { typesetBench } = await load('typeset')
    const { report, proof } = await typesetBench(readFileSync(join(folder, 'page.js'), 'utf8'))
    if (proof) {
      const out = join(root, 'bench', 'out-proof.html')
      writeFileSync(out, proof)
      console.log(`Our lines over the printed ones: ${out}\n`)
    }
    return report
  },
  'print-pdf': async () => (await load('print-pdf')).printPdfBench(),
  'page-desk': async () => (await load('page-desk')).pageDeskBench(),
  async typing() {
    await bundle('bench/bare-editor.ts', entry => ({
      lib: { entry, formats: ['iife'], name: 'bareEditor', fileName: () => 'bare-editor.js' },
    }))
    const { typingBench } = await load('typing')
    return typingBench(readFileSync(join(folder, 'bare-editor.js'), 'utf8'))
  },
  startup: async () => (await load('startup')).startupBench(),
}

const named = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const unknown = named.filter(name => !(name in benches))
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}

try {
  for (const name of named.length > 0 ? named : Object.keys(benches)) {
    const report = await benches[name]()
    console.log(`${report}\n`)
    if (process.argv.includes('--dry')) continue
    const page = join(root, 'docs', 'benchmarks.md')
    const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
    const text = readFileSync(page, 'utf8')
    const [from, to] = [text.indexOf(open), text.indexOf(close)]
    if (from < 0 || to < from) throw new Error(`${page} has no place for ${name}`)
    writeFileSync(page, `${text.slice(0, from)}${open}\n\n${report}\n\n${text.slice(to)}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
