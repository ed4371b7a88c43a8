export * from './dates';
export * from './i18n';
export * from './lists';
export * from './texts';
export * from './words';
