export * from './DraftNotice';
export * from './formErrors';
export * from './Loaded';
export * from './states';
