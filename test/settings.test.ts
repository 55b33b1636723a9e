import { expect, test } from 'vitest';
import { readSettings, SettingsError } from '../src/settings.ts';

test('an empty environment gives the defaults of the README', () => {
  expect(readSettings({}, '/project')).toMatchObject({
    port: 8787,
    host: '127.0.0.1',
    dataDir: '/project/.data',
    adminToken: null,
    model: { apiKey: null, baseUrl: null, chatModel: null, embeddingModel: null },
    rateLimitPerMinute: 60,
    logLevel: 'info',
    corsOrigins: [],
    trustProxy: false,
  });
});

test('a variable set to nothing counts as not set', () => {
  expect(readSettings({ PORT: '', ADMIN_TOKEN: ' ', LOG_LEVEL: '' }, '/project')).toMatchObject({
    port: 8787,
    adminToken: null,
    logLevel: 'info',
  });
});

test.each([
  [{ PORT: 'abc' }, 'PORT cần là số nguyên từ 0 đến 65535, đang là "abc".'],
  [{ PORT: '70000' }, 'PORT cần là số nguyên'],
  [{ RATE_LIMIT_PER_MINUTE: '-1' }, 'RATE_LIMIT_PER_MINUTE'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL cần là một trong'],
  [{ OPENAI_BASE_URL: 'nope' }, 'OPENAI_BASE_URL'],
])('%o is refused by name', (environment, message) => {
  expect(() => readSettings(environment, '/project')).toThrow(SettingsError);
  expect(() => readSettings(environment, '/project')).toThrow(message);
});
