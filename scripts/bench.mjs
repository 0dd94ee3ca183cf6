// Runs the benches and writes their tables to docs/benchmarks.md: node scripts/bench.mjs [--dry]
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

try {
  await bundle('bench/ours-in-page.ts', entry => ({
    lib: { entry, formats: ['iife'], name: 'bench', fileName: () => 'page.js' },
  }))
  await bundle('bench/typeset.ts', entry => ({
    ssr: entry,
    rollupOptions: { output: { entryFileNames: 'typeset.mjs' } },
  }))
  const { typesetBench } = await import(pathToFileURL(join(folder, 'typeset.mjs')).href)
  const { report, proof } = await typesetBench(readFileSync(join(folder, 'page.js'), 'utf8'))
  console.log(report)
  if (proof) {
    const out = join(root, 'bench', 'out-proof.html')
    writeFileSync(out, proof)
    console.log(`\nOur lines over the printed ones: ${out}`)
  }
  if (!process.argv.includes('--dry')) {
    const page = join(root, 'docs', 'benchmarks.md')
    const [before, after] = readFileSync(page, 'utf8').split(/<!-- bench -->[\s\S]*<!-- \/bench -->/)
    writeFileSync(page, `${before}<!-- bench -->\n\n${report}\n\n<!-- /bench -->${after ?? ''}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
