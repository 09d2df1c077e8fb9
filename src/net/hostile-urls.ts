/** URLs that must never lead to a connection, in groups that say why. */
export interface HostileGroup {
  why: string
  urls: string[]
}

/**
 * @param port where a test listens on every address of this machine: whatever is connected to there was led inside.
 * Names ending in `.test` resolve as `hostileNames` says.
 */
export function hostileGroups(port: number): HostileGroup[] {
  const at = (hosts: readonly string[]) => hosts.map((host) => `http://${host}:${port}/`)
  const of = (hosts: readonly string[]) => hosts.map((host) => `http://${host}/`)
  return [
    { why: 'this machine, as browsers also read its IPv4 address', urls: at(loopback4) },
    { why: 'this machine by IPv6, and IPv4 inside of IPv6', urls: at(loopback6) },
    { why: 'names that always mean this machine', urls: at(localNames) },
    { why: 'names that resolve inside', urls: at(Object.keys(hostileNames)) },
    { why: 'private networks', urls: of(private4) },
    { why: 'addresses for special uses, none of them a host of the internet', urls: of(special4) },
    { why: 'special, private and unallocated IPv6', urls: of(special6) },
    { why: "cloud platforms' metadata services", urls: of(metadata) },
    { why: 'ports that speak another protocol, which a request could be smuggled into', urls: oddPorts() },
    { why: 'schemes that are not http', urls: otherSchemes(port) },
    { why: 'user names that look like the host', urls: userinfo(port) },
    { why: 'no URL, or one that only a lenient reader understands', urls: malformed(port) },
  ]
}

export const hostileUrls = (port: number): string[] => hostileGroups(port).flatMap(({ urls }) => urls)

const loopback4 = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.0.0.2',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0X7F000001',
  '0x7f.1',
  '0x7f.0x0.0x0.0x1',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.01',
  '0177.1',
  '00000177.0.0.1',
  '127.0x1',
  '127.0.0.1.',
  '127.1.',
  '%31%32%37.0.0.1',
  '127%2e0%2e0%2e1',
  '127。0。0。1',
  '127．0．0．1',
  '127｡0｡0｡1',
  '①②⑦.⓪.⓪.①',
  '１２７.０.０.１',
  '0',
  '0.0.0.0',
  '0x0',
  '00',
  '0.1.2.3',
]

const loopback6 = [
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::0001]',
  '[0::1]',
  '[::0.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::FFFF:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:7f00:1]',
  '[::ffff:0.0.0.0]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001::7f00:1]',
  '[2001:0:7f00:1::]',
]

const localNames = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.b.localhost',
  'loc%61lhost',
  'ｌｏｃａｌｈｏｓｔ',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
  'lo\u00adcalhost',
  'x。localhost',
]

const private4 = [
  '10.0.0.1',
  '10.1',
  '10.255.255.255',
  '0xa.1',
  '167772161',
  '012.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.1',
  '0xc0a80001',
  '3232235521',
  '192.168.255.255',
  '100.64.0.1',
  '100.127.255.254',
]

const special4 = [
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '4294967295',
]

const special6 = [
  '[fe80::1]',
  '[febf::1]',
  '[fc00::1]',
  '[fd00::2]',
  '[fdff:ffff::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[ff0e::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[2001:2::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[4000::1]',
  '[8000::1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:c0a8:1]',
  '[64:ff9b::10.0.0.1]',
  '[2002:c0a8:1::]',
]

const metadata = [
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '169.254.43518',
  '169.254.169.254.',
  '169。254。169。254',
  '169.254.170.2',
  '169.254.42.42',
  '169.254.0.23',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '[fd00:ec2::254]',
  '[fd20:ce::254]',
  '[fd00:42::42]',
  '[fd00:c1::a9fe:a9fe]',
  '[::ffff:169.254.169.254]',
  '[64:ff9b::169.254.169.254]',
  '[2002:a9fe:a9fe::]',
]

const oddPorts = () =>
  [1, 7, 22, 23, 25, 53, 110, 143, 465, 587, 993, 2049, 6000, 6667].map((port) => `http://public.example:${port}/`)

const otherSchemes = (port: number) => [
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'FILE:///etc/passwd',
  `ftp://127.0.0.1:${port}/`,
  `gopher://127.0.0.1:${port}/_GET%20/`,
  `dict://127.0.0.1:${port}/stat`,
  `ldap://127.0.0.1:${port}/`,
  `tftp://127.0.0.1:${port}/x`,
  `ws://127.0.0.1:${port}/`,
  `jar:http://127.0.0.1:${port}/!/`,
  `concat:http://127.0.0.1:${port}/|file:///etc/passwd`,
  `view-source:http://127.0.0.1:${port}/`,
  'javascript:alert(1)',
  'data:text/plain,hello',
  `data:image/png;base64,${'A'.repeat(100_000)}`,
  'blob:http://example.com/1',
  'unix:/var/run/docker.sock',
  'http+unix://%2Fvar%2Frun%2Fdocker.sock/info',
]

const userinfo = (port: number) => [
  `http://user:secret@example.com:${port}/`,
  `http://example.com@127.0.0.1:${port}/`,
  `http://example.com:80@127.0.0.1:${port}/`,
  `http://example.com%00@127.0.0.1:${port}/`,
  `http://example.com%23@127.0.0.1:${port}/`,
  `http://@127.0.0.1:${port}/`,
  `http://:@127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}\\@example.com/`,
  `http://127.0.0.1:${port}/@example.com`,
  `http://127.0.0.1:${port}?@example.com`,
  `http://127.0.0.1:${port}#@example.com`,
  `http://[::1]:${port}\\.example.com/`,
]

const malformed = (port: number) => [
  `//127.0.0.1:${port}/`,
  `127.0.0.1:${port}`,
  `localhost:${port}`,
  'http://',
  'http:///',
  'http://[::1',
  `http://[::1%25lo]:${port}/`,
  `http://[fe80::1%25lo]:${port}/`,
  'http://256.256.256.256/',
  'http://127.0.0.0.1/',
  'http://127.0.0.1:99999/',
  'http://127.0.0.1:-1/',
  `http://127.0.0.1\u0000.example.com:${port}/`,
  `http://127.0.0.1%00.example.com:${port}/`,
  `http://127.0.0.1 .example.com:${port}/`,
  '',
  ' ',
  `http:\\\\127.0.0.1:${port}/`,
  `http:/127.0.0.1:${port}/`,
  ` http://127.0.0.1:${port}/`,
  `\u0001http://127.0.0.1:${port}/`,
  `ht\ntp://127.0.0.1:${port}/`,
  `http://127.0.\t0.1:${port}/`,
  `http:127.0.0.1:${port}/`,
  `http:////127.0.0.1:${port}/`,
]

/** What a hostile name server answers; the last of an alias's chain is all that a resolver tells. */
export const hostileNames: Record<string, string[]> = {
  'loopback.test': ['127.0.0.1'],
  'loopback6.test': ['::1'],
  'unspecified.test': ['0.0.0.0'],
  'unspecified6.test': ['::'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'mapped-hex.test': ['::ffff:7f00:1'],
  'translated.test': ['64:ff9b::7f00:1'],
  'zone.test': ['fe80::1%lo'],
  'private.test': ['10.1.2.3'],
  'metadata.test': ['169.254.169.254'],
  'trailing.test.': ['127.0.0.1'],
  'mixed.test': ['93.184.215.14', '127.0.0.1'],
  'mixed-first.test': ['127.0.0.1', '93.184.215.14'],
  'mixed6.test': ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', '127.0.0.1'],
  'mixed-many.test': [...Array.from({ length: 30 }, (_, index) => `93.184.215.${index}`), '::1'],
  'strange.test': ['not an address'],
  'empty.test': [],
}
