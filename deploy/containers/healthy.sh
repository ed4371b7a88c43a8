#!/bin/bash
# Whether the program in this container answers at this port; by bash alone, because the image has nothing else that speaks HTTP.
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET /health/live HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
