import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './debian.ts';

/*
 * A network of a command's own, which Linux alone has: nothing is in it but this machine, under the addresses wanted,
 * and any port is free. Processes there see the same files.
 */

/** As root; else as oneself with root's powers in there alone. Firefox will not start for a root who is none outside. */
const ways = [['--net'], ['--map-current-user', '--keep-caps', '--net']];

/** Not every kernel has the first kind of interface. The second comes in pairs, and is up when both are. */
const script = `
ip link set lo up
if ! ip link add hotspots type dummy 2>/dev/null; then
  ip link add hotspots type veth peer name hotspots-far || exit
  ip link set hotspots-far up
fi
for address in $ADDRESSES; do ip address add "$address/24" dev hotspots || exit; done
ip link set hotspots up || exit
exec "$@"`;

/** Runs a command to its end, in a network of its own; its exit code. Throws where there can be no such network. */
export function runInOwnNetwork(addresses: string[], command: string[], env: NodeJS.ProcessEnv): number {
  const hasIp = () => ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].some((path) => existsSync(path));
  if (!hasIp()) installPackages(['iproute2']);
  if (!hasIp()) throw new Error('The tests of hotspots need the command `ip`. Install iproute2.');
  const way = ways.find((options) => spawnSync('unshare', [...options, 'true']).status === 0);
  if (!way) {
    throw new Error(
      'The tests of hotspots need a network namespace of their own, which this system does not give: ' +
        '`unshare --net true` fails as root, `unshare --map-current-user --keep-caps --net true` as anyone else.',
    );
  }
  const inside = { ...env, ADDRESSES: addresses.join(' '), PATH: `${env.PATH}:/usr/sbin:/sbin` };
  const args = [...way, 'sh', '-c', script, 'sh', ...command];
  return spawnSync('unshare', args, { stdio: 'inherit', env: inside }).status ?? 1;
}
