import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** `certificates`: the server's and its issuer's, as they are sent (PEM). `pin`: by which a browser can be told to trust it. */
export type ServerIdentity = { key: string; certificates: string; pin: string };

/** What a server with RSA keys usually sends: two certificates of about this size. */
const certificateBytes = 1_500;
const lifeMs = 30 * 24 * 3_600_000;

/*
 * Certificates in DER (X.690), as RFC 5280 has them: Node reads them, and makes none. They are made for one run, signed
 * by nobody that anybody trusts.
 */

const oids = {
  rsaWithSha256: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b],
  commonName: [0x55, 0x04, 0x03],
  basicConstraints: [0x55, 0x1d, 0x13],
  comment: [0x60, 0x86, 0x48, 0x01, 0x86, 0xf8, 0x42, 0x01, 0x0d],
};

function value(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => value(0x30, ...parts);
const oid = (name: keyof typeof oids) => value(0x06, Buffer.from(oids[name]));
const algorithm = sequence(oid('rsaWithSha256'), value(0x05));
const nameOf = (text: string) => sequence(value(0x31, sequence(oid('commonName'), value(0x0c, Buffer.from(text)))));
const bits = (content: Buffer) => value(0x03, Buffer.from([0]), content);
const extension = (name: keyof typeof oids, content: Buffer) => sequence(oid(name), value(0x04, content));

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/\D/g, '').slice(2, 14);
  return value(0x17, Buffer.from(`${digits}Z`));
}

type Subject = { name: string; publicKey: KeyObject; isIssuer: boolean };

function certificate({ name, publicKey, isIssuer }: Subject, issuer: string, key: KeyObject): Buffer {
  const now = Date.now();
  const make = (padding: number) => {
    const extensions = [
      extension('basicConstraints', sequence(...(isIssuer ? [value(0x01, Buffer.from([0xff]))] : []))),
      // In place of what others hold: addresses, policies, timestamps of logs.
      extension('comment', value(0x16, Buffer.alloc(padding, 'of a sandbox '))),
    ];
    const content = sequence(
      value(0xa0, value(0x02, Buffer.from([2]))),
      value(0x02, Buffer.from([isIssuer ? 1 : 2])),
      algorithm,
      nameOf(issuer),
      sequence(time(now - lifeMs), time(now + lifeMs)),
      nameOf(name),
      publicKey.export({ type: 'spki', format: 'der' }),
      value(0xa3, sequence(...extensions)),
    );
    return sequence(content, algorithm, bits(sign('sha256', content, key)));
  };
  return make(Math.max(0, certificateBytes - make(0).length));
}

const pemOf = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

/** A key and a chain of two certificates, 3 KB together, that nobody else has. */
export function makeIdentity(): ServerIdentity {
  const issuer = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const issuerName = 'Gigabar sandbox';
  const chain = [
    certificate({ name: '127.0.0.1', publicKey: server.publicKey, isIssuer: false }, issuerName, issuer.privateKey),
    certificate({ name: issuerName, publicKey: issuer.publicKey, isIssuer: true }, issuerName, issuer.privateKey),
  ];
  return {
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificates: chain.map(pemOf).join(''),
    pin: createHash('sha256')
      .update(server.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64'),
  };
}
