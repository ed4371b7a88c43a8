// Not part of @/parts: only pages with sheets of paper load this.
export * from './Sheet';
export * from './SheetPage';
