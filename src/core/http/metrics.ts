const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Series {
  count: number;
  seconds: number;
  readonly buckets: number[];
}

export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly value: number | null;
}

/** Counts requests by route pattern (never by address) and writes Prometheus' text format 0.0.4. */
export function requestMetrics() {
  const series = new Map<string, Series>();
  return {
    observe(method: string, route: string, status: number, seconds: number): void {
      const labels = `method="${method}",route="${route}",status="${status}"`;
      let found = series.get(labels);
      if (!found) series.set(labels, (found = { count: 0, seconds: 0, buckets: BUCKETS_SECONDS.map(() => 0) }));
      found.count += 1;
      found.seconds += seconds;
      const bucket = BUCKETS_SECONDS.findIndex((limit) => seconds <= limit);
      if (bucket >= 0) found.buckets[bucket]! += 1;
    },
    write(gauges: readonly Gauge[]): string {
      const name = 'jatidiri_http_request_duration_seconds';
      const lines = [`# HELP ${name} Requests by route pattern and status.`, `# TYPE ${name} histogram`];
      for (const [labels, { count, seconds, buckets }] of series) {
        let sum = 0;
        buckets.forEach((n, i) => lines.push(`${name}_bucket{${labels},le="${BUCKETS_SECONDS[i]}"} ${(sum += n)}`));
        lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
        lines.push(`${name}_sum{${labels}} ${seconds}`, `${name}_count{${labels}} ${count}`);
      }
      for (const gauge of gauges) {
        if (gauge.value === null) continue;
        lines.push(`# HELP ${gauge.name} ${gauge.help}`, `# TYPE ${gauge.name} gauge`, `${gauge.name} ${gauge.value}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

export type RequestMetrics = ReturnType<typeof requestMetrics>;
