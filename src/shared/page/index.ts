export * from './layout'
export * from './painting'
export * from './paper'
export * from './sizes'
