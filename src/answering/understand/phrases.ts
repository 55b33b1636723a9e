import { remembered } from '../../vietnamese/remembered.ts';

/** Any of the phrases, as whole words; a phrase may hold parts of a regular expression. */
export function any(...phrases: readonly string[]): RegExp {
  return compiled(phrases.join('|'));
}

/** Rules are tried on every question; each is compiled once. */
const compiled = remembered((alternatives) => new RegExp(` (?:${alternatives}) `));

/** Up to so many words between two parts of a pattern. */
export const words = (most: number) => `(?:[a-z0-9]+ ){0,${most}}`;

/** A document by its kind. */
export const DOCUMENT =
  '(?:van ban|nghi quyet|nq|ket luan|kl|ke hoach|kh|nghi dinh|nd|quyet dinh|qd|chi thi|ct|luat|chuong trinh|phap lenh|thong tu|de an|quy dinh|qui dinh|cong van|huong dan|can cu)';
/** Parts of a document that can be counted. */
export const PARTS =
  '(?:nhom|nhiem vu|muc|phan(?! tram)|chi tieu|giai phap|noi dung|chuong|dieu(?! duong| tra| kien| hanh)|so nganh|so|co quan|linh vuc|khoan|phu luc|huyen|dinh huong|truong hop|buoc|mo hinh|hinh thuc|nguyen tac|tieu chi|thu tuc|quyet dinh|nghi quyet|diem(?! dan cu| truong| thu)|y chinh|dau viec)';
/** "Được cộng mấy điểm": points scored are a figure that a rule gives, not parts of a document. */
export const SCORED =
  '(?:duoc|bi|cong|tru|cham|tinh|dat|thuong) (?:them |toi da |thang )?(?:may|bao nhieu) diem(?! dan cu| truong| thu)';
