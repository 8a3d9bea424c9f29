// Edges of an ECDSA P-256 signature in the form of RFC 7518 (r and s, 32 bytes each).
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;

const bytes = (value) => Buffer.from((((value % (1n << 256n)) + (1n << 256n)) % (1n << 256n)).toString(16).padStart(64, "0"), "hex");
const integer = (buffer) => BigInt(`0x${buffer.toString("hex")}`);

/** Pairs of a name and a signature that differs from the good one; "negated s" is valid mathematics, the others are not. */
export function badSignatures(good) {
  const r = integer(good.subarray(0, 32));
  const s = integer(good.subarray(32));
  const pair = (x, y) => Buffer.concat([bytes(x), bytes(y)]);
  const der = (x, y) => {
    const part = (value) => {
      let raw = bytes(value);
      while (raw.length > 1 && raw[0] === 0 && raw[1] < 128) raw = raw.subarray(1);
      if (raw[0] > 127) raw = Buffer.concat([Buffer.from([0]), raw]);
      return Buffer.concat([Buffer.from([2, raw.length]), raw]);
    };
    const body = Buffer.concat([part(x), part(y)]);
    return Buffer.concat([Buffer.from([0x30, body.length]), body]);
  };
  const edges = [0n, 1n, 2n, n - 1n, n, n + 1n, p, p - 1n, (1n << 256n) - 1n, 1n << 255n];
  const list = [
    ["negated s", pair(r, n - s)], ["swapped", pair(s, r)], ["negated r", pair(n - r, s)], ["s plus n", pair(r, s + n)], ["r plus n", pair(r + n, s)],
    ["empty", Buffer.alloc(0)], ["one byte", Buffer.from([1])], ["63 bytes", good.subarray(0, 63)], ["65 bytes", Buffer.concat([good, Buffer.from([0])])],
    ["65 bytes from the left", Buffer.concat([Buffer.from([0]), good])], ["96 bytes", Buffer.concat([good, Buffer.alloc(32)])], ["32 bytes", good.subarray(0, 32)],
    ["der", der(r, s)], ["der of zero", der(0n, 0n)], ["der padded", Buffer.concat([der(r, s), Buffer.alloc(8)]).subarray(0, 64)],
  ];
  for (const x of edges) {
    list.push(["edge of r", pair(x, s)], ["edge of s", pair(r, x)]);
    for (const y of edges) list.push(["edges of both", pair(x, y)]);
  }
  for (let bit = 0; bit < 512; bit++) {
    const spoilt = Buffer.from(good);
    spoilt[bit >> 3] ^= 1 << (bit & 7);
    list.push(["bit", spoilt]);
  }
  return list;
}
