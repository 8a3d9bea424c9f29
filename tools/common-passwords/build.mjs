// Builds src/Platform/Security/Passwords/common-passwords.bin: sorted 4-byte prefixes of the SHA-1 of passwords that
// guessers try first. Sources and their licences stand in NOTICE.md.
//
//   npm pack @zxcvbn-ts/language-common@4.1.3 && tar xzf zxcvbn-ts-language-common-4.1.3.tgz   (src/passwords.json)
//   apt-get download wamerican && dpkg-deb -x wamerican_*.deb words                            (usr/share/dict/american-english)
//   node build.mjs package/src/passwords.json words/usr/share/dict/american-english ../../src/Platform/Security/Passwords/common-passwords.bin
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const [rankedFile, wordsFile, target] = process.argv.slice(2);
const minLength = 8;
const ranked = JSON.parse(readFileSync(rankedFile, "utf8"));
const words = readFileSync(wordsFile, "utf8").split("\n").filter((word) => /^[A-Za-z]+$/.test(word));

const passwords = new Set();
const add = (text) => {
  const entry = text.normalize("NFKC").toLowerCase();
  if ([...entry].length >= minLength) passwords.add(entry);
};

// What people append to a word, by what breach lists show most often.
const endings = ["1", "2", "12", "123", "1234", "12345", "123456", "!", "1!", "12!", "123!", "@123", "#1", "01", "007", "11", "69", "99"];
for (let year = 2015; year <= 2030; year++) endings.push(String(year), `${year}!`);

ranked.forEach(add);
words.forEach(add);
for (const base of ranked.slice(0, 3000).filter((text) => /[a-z]{4}/i.test(text))) {
  for (const ending of endings) add(base + ending);
}
for (const season of ["spring", "summer", "autumn", "winter", "welcome", "password", "passw0rd", "p@ssw0rd", "p@ssword", "changeme", "letmein", "admin"]) {
  for (const ending of endings) add(season + ending);
}

// Runs along the alphabet, the digits and the keyboard, forwards and backwards, and repetitions.
const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "qwertyuiopasdfghjklzxcvbnm"];
for (const row of [...rows, ...rows.map((text) => [...text].reverse().join(""))]) {
  for (let start = 0; start < row.length; start++) {
    for (let end = start + minLength; end <= row.length; end++) {
      add(row.slice(start, end));
      for (const ending of ["1", "12", "123", "!"]) add(row.slice(start, end) + ending);
    }
  }
}
for (const character of "abcdefghijklmnopqrstuvwxyz0123456789!*.-") {
  for (let length = minLength; length <= 16; length++) add(character.repeat(length));
}
for (const block of ["12", "123", "1234", "ab", "abc", "abcd", "qwe", "asd", "112233", "1122", "xyz", "test", "pass", "love"]) {
  for (let times = 2; times <= 6; times++) add(block.repeat(times));
}

const prefixes = new Set([...passwords].map((text) => createHash("sha1").update(text, "utf8").digest().readUInt32BE(0)));
const sorted = Uint32Array.from(prefixes).sort();
const bytes = Buffer.alloc(sorted.length * 4);
sorted.forEach((prefix, index) => bytes.writeUInt32BE(prefix, index * 4));
writeFileSync(target, bytes);
console.log(`${sorted.length} entries, ${bytes.length} bytes`);
