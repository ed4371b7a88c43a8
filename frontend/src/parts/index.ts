export * from './CaseFrame';
export * from './DraftNotice';
export * from './formErrors';
export * from './Loaded';
export * from './states';
