import { expect, test } from 'vitest';
import { createValidator, hasSpecification } from './validate-requests.ts';

const route = '/channels/{channel_id}/messages';

test.skipIf(!hasSpecification())('a body that breaks the specification is found, a good one passes', () => {
  const validate = createValidator();
  expect(validate({ method: 'POST', route, body: { content: 'Hello' } })).toEqual([]);
  const [fault] = validate({ method: 'POST', route, body: { nonce: 'x'.repeat(26), content: 'Hello' } });
  expect(fault).toMatchObject({ method: 'POST', route });
  expect(validate({ method: 'POST', route: '/nowhere', body: {} })).toHaveLength(1);
});

test.skipIf(!hasSpecification())('permissions of a command are a string, as Discord has it', () => {
  const validate = createValidator();
  const commands = [{ name: 'subscribe', description: 'Subscribe', default_member_permissions: '32' }];
  expect(
    validate({ method: 'PUT', route: '/applications/{application_id}/commands', body: commands }),
  ).toEqual([]);
});
