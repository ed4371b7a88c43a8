import type { NewStaff, Staff } from '@/api';

/** What stands in the form; an empty text is nothing. */
export type PersonValues = { name: string; function: string; phone: string; email: string; preferredChannel: string; roles: string[]; account: string };

export const emptyPerson: PersonValues = { name: '', function: '', phone: '', email: '', preferredChannel: '', roles: [], account: '' };

export const personFields = ['name', 'function', 'phone', 'email', 'preferredChannel', 'roles', 'account'] as const;

/** Role of somebody who registers families. */
export const intake = 'intake';

/** Kept here, so that a page about one's own people needs nothing of who keeps the plans. */
export const channels = ['phone', 'text-message', 'e-mail', 'letter', 'in-person', 'video-call'] as const;

export const fieldOf = (pointer: string): string | null => (pointer === '' ? null : `person-${pointer.split('/')[1]}`);

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export const toPerson = (values: PersonValues): NewStaff => ({
  name: values.name.trim(), function: values.function.trim(), phone: orNull(values.phone), email: orNull(values.email), preferredChannel: orNull(values.preferredChannel), roles: values.roles, account: values.account.trim(),
});

export const toValues = (person: Staff): PersonValues => ({
  name: person.name, function: person.function, phone: person.phone ?? '', email: person.email ?? '', preferredChannel: person.preferredChannel ?? '', roles: person.roles, account: person.account ?? '',
});
