import letter from "../../assets/pictures/letter-udp.svg";
import client from "../../assets/pictures/node-client.svg";
import router from "../../assets/pictures/node-router.svg";
import server from "../../assets/pictures/node-server.svg";

const lines = ["M92 84H150L232 166H300", "M92 248H150L232 166H300", "M300 166H372L412 126H500"];

const boxes = [
  { picture: client, x: 82, y: 84, size: 76, address: "10.0.1.2", addressY: 138 },
  { picture: client, x: 82, y: 248, size: 76, address: "10.0.1.3", addressY: 302 },
  { picture: router, x: 232, y: 166, size: 78, address: "10.0.1.1", addressY: 230 },
  { picture: router, x: 372, y: 166, size: 78, address: "10.0.3.1", addressY: 230 },
  { picture: server, x: 511, y: 112, size: 96, address: "10.0.3.80", addressY: 46 },
];

const doors = [
  { x: 461, port: "2525" },
  { x: 511, port: "7007" },
  { x: 561, port: "8080" },
];

/** The game in one picture: letters on their way between two laptops and the doors of a server. */
export const FrontPicture = ({ label }: { readonly label: string }) => (
  <svg class="front-picture" viewBox="0 0 600 330" role="img" aria-label={label}>
    <pattern id="dots" width="30" height="30" patternUnits="userSpaceOnUse">
      <circle class="dot" cx="15" cy="15" r="1.6" />
    </pattern>
    <rect x="156" y="8" width="274" height="314" fill="url(#dots)" />
    <rect class="zone sand" x="8" y="8" width="148" height="314" rx="22" />
    <rect class="zone mist" x="430" y="8" width="162" height="314" rx="22" />
    {lines.map((line) => (
      <path key={line} class="line" d={line} />
    ))}
    <image class="letter going" href={letter} width="46" height="34" x="-23" y="-17" />
    <image class="letter coming" href={letter} width="46" height="34" x="-23" y="-17" />
    {boxes.map(({ picture, x, y, size, address, addressY }) => (
      <g key={address}>
        <image href={picture} x={x - size / 2} y={y - size / 2} width={size} height={size} />
        <text class="mono" x={x} y={addressY}>
          {address}
        </text>
      </g>
    ))}
    {doors.map(({ x, port }) => (
      <Door key={port} x={x} port={port} />
    ))}
  </svg>
);

const Door = ({ x, port }: { readonly x: number; readonly port: string }) => (
  <g transform={`translate(${x} 0)`}>
    <path class="wire" d="M0 214V196" />
    <path class="door" d="M-20 250V228H-13V221H-6V214H6V221H13V228H20V250Z" />
    <path class="pins" d="M-12 250V243M-4 250V243M4 250V243M12 250V243" />
    <text class="mono port" x="0" y="276">
      {port}
    </text>
  </g>
);
