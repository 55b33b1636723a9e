import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareDataFolder } from '../src/data-folder.ts';
import { SettingsError } from '../src/settings.ts';

describe('the data folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hoi-dap-data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made where it is missing', () => {
    prepareDataFolder(join(folder, 'a/b'));
    expect(statSync(join(folder, 'a/b')).isDirectory()).toBe(true);
  });

  it('that is a file is refused with the remedy', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => prepareDataFolder(join(folder, 'file'))).toThrow(SettingsError);
    expect(() => prepareDataFolder(join(folder, 'file'))).toThrow(/DATA_DIR/u);
  });
});
