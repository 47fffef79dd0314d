/** How a Web API method is made to fail; `drop-…` closes the connection before or after the work is done. */
export type Fault = string | { status: number; retryAfter?: number } | { drop: 'before' | 'after-success' };

export type Faults = {
  failNext: (method: string, fault: Fault, times?: number) => void;
  delayNext: (method: string, delayMs: number, times?: number) => void;
  takeFault: (method: string) => Fault | undefined;
  takeDelayMs: (method: string) => number;
};

/** Planned failures and delays per method, used up in the order they were planned. */
export function createFaults(): Faults {
  const faults = new Map<string, Fault[]>();
  const delays = new Map<string, number[]>();
  return {
    failNext: (method, fault, times = 1) => append(faults, method, Array<Fault>(times).fill(fault)),
    delayNext: (method, delayMs, times = 1) => append(delays, method, Array<number>(times).fill(delayMs)),
    takeFault: (method) => faults.get(method)?.shift(),
    takeDelayMs: (method) => delays.get(method)?.shift() ?? 0,
  };
}

function append<T>(planned: Map<string, T[]>, method: string, more: T[]): void {
  planned.set(method, [...(planned.get(method) ?? []), ...more]);
}
