import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of one WebSocket: text messages only. */
export type ServerSocket = {
  send: (text: string) => void;
  close: () => void;
  onMessage: (listener: (text: string) => void) => void;
  onClose: (listener: () => void) => void;
};

type Frame = { final: boolean; opcode: number; payload: Buffer; length: number };

const ACCEPT_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** Answers an HTTP upgrade and speaks RFC 6455 without extensions; pings are answered here. */
export function acceptWebSocket(request: IncomingMessage, stream: Duplex): ServerSocket {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${ACCEPT_SUFFIX}`).digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let onMessage: (text: string) => void = () => {};
  let onClose: () => void = () => {};
  let buffered = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let isOpen = true;

  const write = (opcode: number, payload: Buffer) => {
    if (isOpen && stream.writable) stream.write(encodeFrame(opcode, payload));
  };
  const finish = () => {
    if (!isOpen) return;
    write(CLOSE, Buffer.alloc(0));
    isOpen = false;
    stream.end();
    onClose();
  };
  const take = (frame: Frame) => {
    if (frame.opcode === CLOSE) return finish();
    if (frame.opcode === PING) return write(PONG, frame.payload);
    if (frame.opcode === PONG) return;
    parts.push(frame.payload);
    if (!frame.final) return;
    const text = Buffer.concat(parts).toString('utf8');
    parts = [];
    onMessage(text);
  };
  stream.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let frame = decodeFrame(buffered); frame && isOpen; frame = decodeFrame(buffered)) {
      buffered = buffered.subarray(frame.length);
      take(frame);
    }
  });
  // A process that is killed says no goodbye, and its half of the stream ends long before the stream does.
  stream.on('end', finish);
  stream.on('close', finish);
  stream.on('error', finish);
  return {
    send: (text) => write(TEXT, Buffer.from(text)),
    close: finish,
    onMessage: (listener) => {
      onMessage = listener;
    },
    onClose: (listener) => {
      onClose = listener;
    },
  };
}

function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const extra = size < 126 ? 0 : size < 65_536 ? 2 : 8;
  const header = Buffer.alloc(2 + extra);
  header[0] = 0x80 | opcode;
  header[1] = extra === 0 ? size : extra === 2 ? 126 : 127;
  if (extra === 2) header.writeUInt16BE(size, 2);
  if (extra === 8) header.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([header, payload]);
}

function decodeFrame(data: Buffer): Frame | undefined {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1) & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskBytes = data.readUInt8(1) & 0x80 ? 4 : 0;
  const start = 2 + extra + maskBytes;
  if (data.length < start) return undefined;
  const size = extra === 2 ? data.readUInt16BE(2) : extra === 8 ? Number(data.readBigUInt64BE(2)) : short;
  if (data.length < start + size) return undefined;
  const payload = Buffer.from(data.subarray(start, start + size));
  if (maskBytes) {
    const mask = data.subarray(2 + extra, start);
    for (let at = 0; at < size; at += 1) payload[at] = payload.readUInt8(at) ^ mask.readUInt8(at % 4);
  }
  const first = data.readUInt8(0);
  return { final: (first & 0x80) !== 0, opcode: first & 0x0f, payload, length: start + size };
}
