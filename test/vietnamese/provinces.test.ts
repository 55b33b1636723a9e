import { describe, expect, test } from 'vitest';
import {
  canonicalProvince,
  findProvinces,
  mergedInto,
  provinceAndPredecessors,
} from '../../src/vietnamese/provinces.ts';
import { tokenise } from '../../src/vietnamese/tokens.ts';

const named = (text: string) => findProvinces(tokenise(text)).map(({ name }) => name);

describe('provinces named in a text', () => {
  test.each([
    ['Bên Đắk Lắk thì sao', ['Đắk Lắk']],
    ['dak lak va hcm', ['Đắk Lắk', 'Hồ Chí Minh']],
    ['Daklak', ['Đắk Lắk']],
    ['băc giang', ['Bắc Giang']],
    ['việc làm Đồng Nai', ['Đồng Nai']],
    ['viec lam dong nai', ['Đồng Nai']],
    ['lam dong va dong nai', ['Lâm Đồng', 'Đồng Nai']],
    ['tỉnh hòa bình', ['Hòa Bình']],
    ['Ninh Bình: định dạng hồ sơ', ['Ninh Bình']],
    ['san luong xoai son la nam 2030', ['Sơn La']],
  ])('%s names %j', (text, provinces) => expect(named(text)).toEqual(provinces));

  test.each([
    'giữ gìn hòa bình',
    'bên trẻ em',
    'mai đã nắng',
    'tường sơn là xong',
    'lam son la gi',
    'hang nam dinh ki bao cao',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
    'học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  ])('%s names none', (text) => expect(named(text)).toEqual([]));
});

test('a province knows the unit it was merged into, and the units it was made of', () => {
  expect(mergedInto('Bắc Giang')?.name).toBe('Bắc Ninh');
  expect(mergedInto('Hà Nội')).toBeNull();
  expect(provinceAndPredecessors('Bắc Ninh')).toEqual(['Bắc Ninh', 'Bắc Giang']);
  expect(canonicalProvince('tỉnh Đăk Lăk')).toBe('Đắk Lắk');
});
