// Adds an organisation with its administrator. Called as: organisation.mjs KEYS directory=ADDRESS FIELD VALUE...
import { listening, operator } from './operator.mjs';

const [keys, directory, ...words] = process.argv.slice(2);
const sent = {};
for (let at = 0; at < words.length; at += 2) sent[words[at]] = words[at] === 'nodeAdministrator' ? true : words[at + 1];

try {
  const { body } = await operator(keys)(listening(directory), 'POST', 'organisations/_add', sent);
  console.log(`Added ${sent.name}: ${body.id}`);
  console.log(`${sent.administrator} signs in as ${sent.account} and adds the people.`);
} catch (error) {
  console.error(`eenplan: ${error.message}`);
  process.exitCode = 1;
}
