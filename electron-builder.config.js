/** How the built app becomes what a newsroom installs. Used by `npm run dist`. */

/** Weights of the two faces that neither screen nor PDF uses: 15 MB each. */
const unusedWeights = '{100Thin,200ExtraLight,300Light,500Medium,600SemiBold,800ExtraBold}'

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'cn.dayang.desk',
  productName: '大样',
  // Executables, packages and folders get a name that every file system and shell can write.
  executableName: 'dayang',
  artifactName: 'dayang-${version}-${os}-${arch}.${ext}',
  copyright: 'Dayang team, MIT',
  extraMetadata: { homepage: 'https://dayang.example' },
  directories: { output: 'dist' },
  files: [
    'package.json',
    'out/**/*',
    'resources/**/*',
    '!**/*.map',
    '!**/*.test.ts',
    '!node_modules/node-{linux,win}-*/**',
    `!node_modules/@expo-google-fonts/*/${unusedWeights}/**`,
  ],
  asar: true,
  // Native code must lie on the disk as files; libvips is found by its place beside sharp's own.
  asarUnpack: ['**/*.node', '**/node_modules/@img/**'],
  // Every native package carries Node-API binaries: nothing is compiled, nothing depends on Electron's version.
  npmRebuild: false,
  nodeGypRebuild: false,
  electronLanguages: ['zh-CN', 'zh_CN', 'en-US', 'en'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  publish: null,
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['zh_CN'],
    language: '2052',
    shortcutName: '大样',
    // The newsroom's papers are not the program's to remove.
    deleteAppDataOnUninstall: false,
  },
  mac: { target: [{ target: 'dmg', arch: ['x64', 'arm64'] }], category: 'public.app-category.business' },
  dmg: { title: '大样' },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    category: 'Office',
    maintainer: 'Dayang team <desk@dayang.example>',
    synopsis: 'The desk on which a Chinese county paper is made',
    desktop: { entry: { Name: '大样', Comment: '县级报纸的编辑与排版' } },
  },
}
