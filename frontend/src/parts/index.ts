export * from './CaseFrame';
export * from './ConflictChoice';
export { joinLists, type ConflictFieldRule } from './ConflictField';
export * from './DraftNotice';
export * from './formErrors';
export * from './GoalScale';
export * from './Loaded';
export * from './states';
export * from './useItemEdit';
