// Stands in for the directory when the operator adds an organisation: knows one name already, and says what it was sent.
import { believed } from './stand-in-parked.mjs';

/** True when the request was to add an organisation. */
export const answerOrganisations = (request, response) => {
  if (request.url !== '/directory/internal/organisations/_add') return false;
  let body = '';
  request.on('data', part => { body += part; });
  request.on('end', () => {
    const tell = (status, answer) => { response.statusCode = status; response.setHeader('content-type', 'application/json'); response.end(JSON.stringify(answer)); };
    if (!believed(request, 'directory')) return tell(401, { detail: 'no token' });
    const sent = JSON.parse(body);
    console.log(`added ${body}`);
    if (sent.name === 'Known') return tell(409, { detail: 'There is an organisation with this name already.' });
    if (sent.kind !== 'youth-care') return tell(400, { detail: 'Some of what was sent is not right.', errors: [{ pointer: '/kind', detail: 'This choice is not in the list.' }] });
    return tell(200, { id: '01920000-0000-7000-8000-000000000112' });
  });
  return true;
};
