import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type LocalSlack = { baseUrl: string; stop: () => Promise<void> };

const STARTED = /Web UI:\s+(http:\/\/\S+)/;

// The shell watches its standard input, which closes even when this process is killed outright:
// so the server and its folder never outlive us. Output is let go so that the server's own end shows.
const WATCHDOG =
  'dir=$1; shift; "$@" & child=$!; exec >/dev/null 2>&1; cat >/dev/null; kill $child; wait $child; rm -rf "$dir"';

/** Starts local-slack on a free port with this configuration and waits until it listens (30 s at most). */
export async function startLocalSlack(config: string): Promise<LocalSlack> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stand-in-slack-'));
  const configPath = path.join(folder, 'config.yaml');
  await writeFile(configPath, config);
  const command = [...findProgram(), '--config', configPath, '--port', '0', '--files-dir', path.join(folder, 'files')];
  const [program = '', ...args] =
    process.platform === 'win32' ? command : ['/bin/sh', '-c', WATCHDOG, 'stand-in', folder, ...command];
  // In a group of its own: Ctrl-C reaches us first, and we end in order.
  const detached = process.platform !== 'win32';
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], detached });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  const stop = async () => {
    child.stdin.end();
    if (process.platform === 'win32') child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { baseUrl: await listening(child.stdout, child.stderr), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function findProgram(): string[] {
  const name = `local-slack-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const root = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const binary = path.join(root, 'bin', process.platform === 'win32' ? 'local-slack.exe' : 'local-slack');
    if (existsSync(binary)) return [binary];
  } catch {
    // Not installed for this platform: npx below fetches it.
  }
  return [process.platform === 'win32' ? 'npx.cmd' : 'npx', '--yes', 'local-slack@0.1.8'];
}

function listening(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) =>
      reject(
        new Error(`local-slack did not start (${why}). Its output: ${output || 'none'}. Reinstall local-slack 0.1.8.`),
      );
    const timer = setTimeout(() => fail('no address within 30 s'), 30_000);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = STARTED.exec(output)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    stdout.on('data', read);
    stderr.on('data', read);
    stdout.once('end', () => {
      clearTimeout(timer);
      fail('it ended');
    });
  });
}
