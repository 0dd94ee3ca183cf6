/**
 * Headers of every file of the window, through the browser door and in Electron alike. The component library
 * writes its styles at run time, hence 'unsafe-inline' for styles; 'wasm-unsafe-eval' is for text shaping.
 */
export const safeHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

const page = (title: string, sentence: string, remedy: string) => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
  body { margin: 20vh auto; max-width: 26em; padding: 0 1em; color: #222; background: #faf9f7;
         font: 16px/1.9 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif }
  h1 { font-size: 20px; font-weight: 600 }
  p { margin: .4em 0 }
</style>
<h1>${title}</h1>
<p>${sentence}</p>
<p>${remedy}</p>
</html>
`

/** For whoever comes without the token of the start command. */
export const strangerPage = page(
  '大样',
  '这个地址要从启动命令显示的完整链接打开。',
  '请回到启动大样的窗口，打开那里显示的地址；链接用过一次就失效，找不到时重新启动大样即可。',
)

/** For an address that is not there. */
export const missingPage = page('大样', '没有这个页面。', '请回到首页。')

/** While the window has not been built. */
export const unbuiltPage = page('大样', '界面还没有构建。', '请用 npm start 启动，它会先构建。')
