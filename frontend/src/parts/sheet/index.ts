// Not part of @/parts: only pages with sheets of paper load this.
export * from './links';
export * from './Sheet';
export * from './SheetPage';
