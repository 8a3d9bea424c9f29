// Builds thousands of access tokens, most of them wrong, and asks jose about each. Input on stdin: { now, issuer, audience,
// jwks, tokens } (tokens of ours with their keys). Output: { ours: [verdict], jwks, cases: [{ name, token, accepted }] }.
import { createHmac, generateKeyPairSync, randomUUID, sign as nodeSign } from "node:crypto";
import { readFileSync } from "node:fs";
import { calculateJwkThumbprint, createLocalJWKSet, jwtVerify } from "jose";
import { badSignatures } from "./signatures.mjs";

const { now, issuer, audience, jwks: ourKeys, tokens: ourTokens } = JSON.parse(readFileSync(0, "utf8"));
const text = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const newKey = async (curve = "P-256") => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: curve });
  const jwk = publicKey.export({ format: "jwk" });
  return { publicKey, privateKey, jwk: { ...jwk, use: "sig", alg: "ES256", kid: await calculateJwkThumbprint(jwk) } };
};
const first = await newKey();
const second = await newKey();
const stranger = await newKey();
const jwks = { keys: [first.jwk, second.jwk] };

const options = {
  algorithms: ["ES256"], typ: "at+jwt", issuer, audience, clockTolerance: 30, maxTokenAge: "15m",
  currentDate: new Date(now * 1000), requiredClaims: ["sub", "jti", "exp", "iat", "client_id"],
};
const verdict = async (token, keySet) => {
  try {
    await jwtVerify(token, keySet, options);
    return true;
  } catch {
    return false;
  }
};

const header = { alg: "ES256", typ: "at+jwt", kid: first.jwk.kid };
const claims = {
  iss: issuer, sub: "0198f1a0-0000-7000-8000-000000000001", aud: audience, exp: now + 900, iat: now, jti: randomUUID(),
  client_id: "web", scope: "", sid: "0198f1a0-0000-7000-8000-000000000002", auth_time: now, amr: ["pwd"], sv: 1, roles: ["user"],
};
const signed = (input, key = first, hash = "sha256") =>
  `${input}.${nodeSign(hash, Buffer.from(input), { key: key.privateKey, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
const make = (h, c, key = first) => signed(`${text(h)}.${text(c)}`, key);
const without = (object, name) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

const cases = [];
const add = (name, token) => cases.push({ name, token });

/** Values of every JSON kind, and edges of some. */
const oddities = [null, true, false, 0, 1, -1, 1.5, 1e300, 2 ** 53, 2 ** 53 + 2, "", " ", "x", "\u0000", "ES256", "es256", [], [null], ["x"], [[]], {}, { x: 1 }, "a".repeat(300)];

// Algorithms: named only (the signature is a good ES256 one), and really used.
for (const alg of ["none", "None", "NONE", "HS256", "HS384", "HS512", "RS256", "PS256", "ES384", "ES512", "ES256K", "EdDSA", "Ed25519", "es256", "ES256 ", " ES256", "ES\u200b256", ...oddities]) {
  add("header alg", make({ ...header, alg }, claims));
}
add("header alg missing", make(without(header, "alg"), claims));
for (const alg of ["none", "None", "nOnE"]) {
  const input = `${text({ ...header, alg })}.${text(claims)}`;
  for (const tail of [".", "", ".AA", ".e30"]) add("unsigned", input + tail);
}
for (const secret of [
  first.publicKey.export({ type: "spki", format: "pem" }), first.publicKey.export({ type: "spki", format: "der" }),
  Buffer.concat([Buffer.from(first.jwk.x, "base64url"), Buffer.from(first.jwk.y, "base64url")]), JSON.stringify(first.jwk), Buffer.alloc(0),
]) {
  for (const alg of ["HS256", "ES256"]) {
    const input = `${text({ ...header, alg })}.${text(claims)}`;
    add("hmac with the public key", `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`);
  }
}
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const edwards = generateKeyPairSync("ed25519");
for (const [alg, key, hash] of [["RS256", rsa, "sha256"], ["EdDSA", edwards, null], ["ES384", await newKey("P-384"), "sha384"], ["ES512", await newKey("P-521"), "sha512"]]) {
  for (const named of [alg, "ES256"]) add("another algorithm", signed(`${text({ ...header, alg: named })}.${text(claims)}`, key, hash));
}
const koblitz = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
for (const named of ["ES256", "ES256K"]) add("another curve", signed(`${text({ ...header, alg: named })}.${text(claims)}`, koblitz));
for (const hash of ["sha1", "sha224", "sha384", "sha512"]) add("another hash", signed(`${text(header)}.${text(claims)}`, first, hash));

// Type, key id and the members that are refused.
for (const typ of ["at+jwt", "AT+JWT", "At+Jwt", "application/at+jwt", "APPLICATION/AT+JWT", "application/AT+jwt", "JWT", "at+jwt ", " at+jwt", "at_jwt", "application/application/at+jwt", "text/at+jwt", "at+jwt;x=1", "jwt+at", ...oddities]) {
  add("header typ", make({ ...header, typ }, claims));
}
add("header typ missing", make(without(header, "typ"), claims));
for (const kid of [second.jwk.kid, stranger.jwk.kid, `${first.jwk.kid} `, first.jwk.kid.slice(1), first.jwk.kid.toLowerCase(), "a".repeat(64), "a".repeat(65), "../../dev/null", "' or 1=1 --", ...oddities]) {
  add("header kid", make({ ...header, kid }, claims));
}
add("header kid missing", make(without(header, "kid"), claims));
add("second key", make({ ...header, kid: second.jwk.kid }, claims, second));
add("stranger's key", make(header, claims, stranger));
add("stranger's key", make({ ...header, kid: stranger.jwk.kid }, claims, stranger));
for (const member of ["crit", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "zip", "cty", "b64", "enc", "epk", "nonce", "url", "ppt", "svt"]) {
  for (const value of [...oddities, [member], ["b64"], ["exp"], stranger.jwk, "https://attacker.example/keys", "DEF"]) {
    add(`header ${member}`, make({ ...header, [member]: value }, claims));
  }
  add(`header ${member}`, make({ ...header, jwk: stranger.jwk, [member]: stranger.jwk }, claims, stranger));
}
add("header b64 critical", make({ ...header, b64: false, crit: ["b64"] }, claims));
add("header b64 critical", make({ ...header, b64: true, crit: ["b64"] }, claims));
add("header exp critical", make({ ...header, exp: now + 100, crit: ["exp"] }, claims));

// JSON that parsers read differently.
const headerJson = JSON.stringify(header);
const claimsJson = JSON.stringify(claims);
const raw = (name, h, c) => add(name, signed(`${Buffer.from(h).toString("base64url")}.${Buffer.from(c).toString("base64url")}`));
const extended = (json, more) => `${json.slice(0, -1)},${more}}`;
const prefixed = (json, more) => `{${more},${json.slice(1)}`;
for (const [name, value] of [["alg", '"none"'], ["alg", '"ES256"'], ["typ", '"JWT"'], ["typ", '"at+jwt"'], ["kid", '"x"'], ["x", "1"], ["x", '{"y":1,"y":2}']]) {
  for (const spelt of [name, [...name].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join("")]) {
    const twice = name === "x" ? `"x":0,"${spelt}":${value}` : `"${spelt}":${value}`;
    raw("header duplicate member", extended(headerJson, twice), claimsJson);
    raw("header duplicate member", prefixed(headerJson, twice), claimsJson);
  }
}
for (const [name, value] of [["sub", '"x"'], ["exp", String(now + 90000)], ["exp", String(now + 900)], ["aud", '"x"'], ["iss", '"x"'], ["roles", '["administrator"]'], ["jti", '"x"'], ["z", "1"], ["z", '{"y":1,"y":2}']]) {
  for (const spelt of [name, [...name].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join("")]) {
    const twice = name === "z" ? `"z":0,"${spelt}":${value}` : `"${spelt}":${value}`;
    raw("claims duplicate member", headerJson, extended(claimsJson, twice));
    raw("claims duplicate member", headerJson, prefixed(claimsJson, twice));
  }
}
const forms = (json) => [
  ["byte order mark", `\ufeff${json}`], ["blanks", ` ${json} `], ["blanks", `\n${json}\t\r\n`], ["blanks", json.replaceAll(",", " , ")], ["form feed", `\f${json}`],
  ["no-break space", `\u00a0${json}`], ["trailing comma", `${json.slice(0, -1)},}`], ["comment", `/**/${json}`], ["comment", `${json}//`], ["trailing text", `${json}x`],
  ["two documents", json + json], ["array", `[${json}]`], ["text", JSON.stringify(json)], ["null", "null"], ["empty", ""], ["number", "1"], ["true", "true"], ["empty object", "{}"],
  ["single quotes", json.replaceAll('"', "'")], ["truncated", json.slice(0, -1)], ["nul", `${json}\0`], ["nul", extended(json, '"z":"\0"')], ["lone surrogate", extended(json, '"z":"\\ud800"')],
  ["lone surrogate", extended(json, '"z":"\\udc00\\ud800"')], ["lone surrogate name", extended(json, '"\\ud800":1')], ["escaped slash", json.replaceAll("/", "\\/")], ["deep", extended(json, `"z":${"[".repeat(3)}${"]".repeat(3)}`)],
  ["deeper", extended(json, `"z":${"[".repeat(4)}${"]".repeat(4)}`)], ["deepest", extended(json, `"z":${"[".repeat(2000)}${"]".repeat(2000)}`)], ["leading zero", extended(json, '"z":01')],
  ["plus sign", extended(json, '"z":+1')], ["hexadecimal", extended(json, '"z":0x1')], ["infinity", extended(json, '"z":Infinity')], ["huge number", extended(json, '"z":1e999')], ["bad escape", extended(json, '"z":"\\x"')],
  ["control character", extended(json, '"z":"\n"')], ["prototype", extended(json, '"__proto__":{"alg":"none"}')], ["constructor", extended(json, '"constructor":{}')], ["empty name", extended(json, '"":1')],
];
for (const [name, json] of forms(headerJson)) raw(`header ${name}`, json, claimsJson);
for (const [name, json] of forms(claimsJson)) raw(`claims ${name}`, headerJson, json);
for (const bytes of [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80]]) {
  const spoilt = (json) => Buffer.concat([Buffer.from(`${json.slice(0, -1)},"z":"`), Buffer.from(bytes), Buffer.from('"}')]);
  raw("header not UTF-8", spoilt(headerJson), claimsJson);
  raw("claims not UTF-8", headerJson, spoilt(claimsJson));
}
raw("header UTF-16", Buffer.from(headerJson, "utf16le"), claimsJson);
raw("claims UTF-16", headerJson, Buffer.from(claimsJson, "utf16le"));
raw("header of 1 MiB", extended(headerJson, `"z":"${"a".repeat(1 << 20)}"`), claimsJson);
raw("claims of 1 MiB", headerJson, extended(claimsJson, `"z":"${"a".repeat(1 << 20)}"`));
raw("claims of 8 KiB", headerJson, extended(claimsJson, `"z":"${"a".repeat(8 * 1024)}"`));
raw("claims of 4 KiB", headerJson, extended(claimsJson, `"z":"${"a".repeat(4 * 1024)}"`));

// Times, edge by edge.
for (let d = -940; d <= -925; d++) add("iat edge", make(header, { ...claims, iat: now + d, exp: now + d + 900 }));
for (let d = -35; d <= 5; d++) add("exp edge", make(header, { ...claims, exp: now + d, iat: now - 600 }));
for (let d = 895; d <= 935; d++) add("lifetime edge", make(header, { ...claims, exp: now + d }));
for (let d = -5; d <= 35; d++) add("nbf edge", make(header, { ...claims, nbf: now + d }));
for (let d = 25; d <= 35; d++) add("iat in the future", make(header, { ...claims, iat: now + d, exp: now + d + 60 }));
const numbers = [`${now}.0`, `${now}.5`, `${now}e0`, `${now / 10}e1`, "-0", "-1", "0", "1e400", "9007199254740992", "9007199254740993", "99999999999999999999999", "253402300800", `"${now}"`, `[${now}]`, "null", "true", "{}"];
for (const name of ["exp", "iat", "nbf", "auth_time", "sv"]) {
  for (const number of [...numbers, `${now + 60}.0`, `${now + 60}.25`, `${(now + 60) * 10}e-1`]) {
    raw(`${name} as a number`, headerJson, extended(JSON.stringify(without(claims, name)), `"${name}":${number}`));
  }
}

// Every claim, missing and of every kind.
for (const name of [...Object.keys(claims), "tid", "nbf"]) {
  add(`${name} missing`, make(header, without(claims, name)));
  for (const value of oddities) add(`${name} of another kind`, make(header, { ...claims, [name]: value }));
}
for (const aud of [[audience], [audience, "x"], ["x", audience], ["x"], [], [audience, 1], [[audience]], { 0: audience }, audience.toUpperCase(), `${audience} `, `${audience},x`, `${audience} x`]) {
  add("aud variants", make(header, { ...claims, aud }));
}
for (const iss of [`${issuer}/`, issuer.toUpperCase(), ` ${issuer}`, [issuer], { iss: issuer }, issuer.replace("http:", "https:"), `${issuer}\u0000`]) add("iss variants", make(header, { ...claims, iss }));

// Encoding: padding, other alphabets, blanks, spare bits, segments.
const good = make(header, claims);
const parts = good.split(".");
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
for (let i = 0; i < 3; i++) {
  const replaced = (part) => parts.map((old, at) => (at === i ? part : old)).join(".");
  for (const tail of ["=", "==", "===", " ", "\n", "\r\n", "\t", "A", "AA", "AAA", "AAAA", "\u0000", "%3D", ".", "\u00e9", "\ud83d\ude00"]) {
    add("segment with a tail", replaced(parts[i] + tail));
    add("segment with a head", replaced(tail + parts[i]));
    add("segment with something inside", replaced(`${parts[i].slice(0, 10)}${tail}${parts[i].slice(10)}`));
  }
  for (const last of alphabet) add("last character", replaced(parts[i].slice(0, -1) + last));
  const standard = Buffer.from(parts[i], "base64url").toString("base64");
  if (/[+/]/.test(standard)) add("standard alphabet", replaced(standard));
  add("segment empty", replaced(""));
  add("segment dropped", parts.filter((_, at) => at !== i).join("."));
}
for (const odd of ["", ".", "..", "...", "....", `.${good}`, `${good}.`, `${good}.${parts[2]}`, `${parts[1]}.${parts[0]}.${parts[2]}`, `Bearer ${good}`, ` ${good}`, `${good} `, `${good}\n`, `"${good}"`, good.replaceAll(".", "\u3002"), good.replaceAll(".", ","), good + good, `${good}.${good}`, JSON.stringify({ protected: parts[0], payload: parts[1], signature: parts[2] })]) {
  add("segments", odd);
}
for (let at = 0; at < good.length; at++) {
  add("truncated", good.slice(0, at));
  add("character changed", good.slice(0, at) + alphabet[(alphabet.indexOf(good[at]) + 1 + (at % 62)) % 64] + good.slice(at + 1));
  add("character dropped", good.slice(0, at) + good.slice(at + 1));
}
for (const [name, signature] of badSignatures(Buffer.from(parts[2], "base64url"))) add(`signature ${name}`, `${parts[0]}.${parts[1]}.${signature.toString("base64url")}`);

// Good ones of many shapes, then pairs of changes at random (seeded): faults must not cancel each other out.
for (let i = 0; i < 100; i++) add("good", make(i % 2 ? header : { ...header, kid: second.jwk.kid, note: i }, { ...claims, jti: randomUUID(), exp: now + 60 + i, extra: { i } }, i % 2 ? first : second));
let seed = 20260301;
const random = (below) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % below);
const names = Object.keys(claims);
for (let i = 0; i < 1000; i++) {
  const h = { ...header };
  const c = { ...claims };
  for (let n = 0; n < 2; n++) {
    if (random(3) === 0) h[["alg", "typ", "kid", "crit", "b64"][random(5)]] = oddities[random(oddities.length)];
    else c[names[random(names.length)]] = oddities[random(oddities.length)];
  }
  add("two changes", make(h, c));
}

const keySet = createLocalJWKSet(jwks);
for (const one of cases) one.accepted = await verdict(one.token, keySet);
const ourSet = createLocalJWKSet(ourKeys);
const ours = [];
for (const token of ourTokens) ours.push(await verdict(token, ourSet));
process.stdout.write(JSON.stringify({ ours, jwks, cases }));
