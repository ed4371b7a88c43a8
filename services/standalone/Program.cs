using EenPlan.Gateway;
using EenPlan.Kit.Operations;
using EenPlan.Standalone;

// Two hosts: the services on a Unix socket that only this user can reach, and the gateway on the public port.
using var socket = PrivateSocket.Open(args);
if (socket is null)
{
    return Programs.Refused;
}

var services = AllServices.Build(args, socket);
var builder = WebApplication.CreateBuilder([.. args, .. socket.AddressesOfServices]);
builder.AddGateway();
var gateway = builder.Build();
gateway.MapGateway();
return await Programs.RunAsync(services, gateway);
