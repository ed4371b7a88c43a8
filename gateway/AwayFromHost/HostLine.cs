using System.Net;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EenPlan.Gateway.Nodes;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>What this node asks of its host for what it holds: the list, whether there is news, and to take what people typed. A host that is away is a <see cref="PeerFailure"/>.</summary>
internal sealed class HostLine(PeerClient client, NodeKeys keys, GatewaySettings settings)
{
    private const int Wait = 20;
    private const int MostRows = 200_000;

    /// <summary>The whole list of one organisation, taken in pages of one and the same list.</summary>
    public async Task<CaseList> CaseListAsync(Peer host, Guid organisation, CancellationToken cancellationToken)
    {
        List<ListedCase> rows = [];
        CaseListPage? first = null;
        while (first is null || rows.Count < first.Total)
        {
            var page = await PageAsync(host, organisation, rows.Count, cancellationToken);
            first ??= page;
            if (page.Mark != first.Mark || page.Total != first.Total || (page.Items.Count == 0 && rows.Count < page.Total))
            {
                throw new PeerFailure("list-changed", "The list changed while it was read; it is read anew.");
            }

            rows.AddRange(page.Items);
        }

        return new CaseList(first.FeedEpoch, first.FeedNumber, rows);
    }

    /// <summary>Waits for news on the feed of one organisation; true as soon as there is some, or when its numbers mean something else now.</summary>
    public async Task<bool> HasNewsAsync(Peer host, Guid organisation, long since, Guid epoch, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(host, new NodeSpeaker(NodeTokens.Machine, settings.Node, organisation), HttpMethod.Get,
            string.Create(CultureInfo.InvariantCulture, $"/api/subscriptions/v1/feed?since={since}&epoch={epoch}&limit=1&wait={Wait}"), null, cancellationToken, TimeSpan.FromSeconds(Wait + 10));
        return (int)answer.Status == StatusCodes.Status410Gone || (answer.IsSuccess && answer.Body is not (null or { Length: <= 2 }) && IsNews(answer.Body));
    }

    /// <summary>Sends what somebody typed in the name of that person, as the browser would have.</summary>
    public async Task<HostAnswer> SendAsync(Peer host, OutboxOwner owner, OutboxEntry entry, JsonObject body, CancellationToken cancellationToken)
    {
        var speaker = new NodeSpeaker(NodeTokens.Professional, owner.ProfessionalId.ToString(), owner.OrganisationId, "outbox");
        var answer = await client.SendAsync(host, speaker, new HttpMethod(entry.Method), entry.Path!, body, cancellationToken, headers: headers =>
        {
            if (entry.Version is { } version)
            {
                headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
            }

            if (entry.IdempotencyKey is { } key)
            {
                headers.TryAddWithoutValidation("Idempotency-Key", key);
            }
        });
        return new HostAnswer((int)answer.Status, System.Text.Encoding.UTF8.GetString(answer.Body),
            long.TryParse(answer.ETag?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var tag) ? tag : null);
    }

    /// <summary>Tells that something was deleted; true when the host has written it down.</summary>
    public async Task<bool> TellAsync(Peer host, DeletionProof proof, CancellationToken cancellationToken)
    {
        var said = new DeletionStatement(proof.OrganisationId, proof.CaseId, proof.ProfessionalIds, proof.DeletedAt, proof.Rows);
        var statement = said.Sign(await keys.SigningAsync(host.OurKid, cancellationToken), settings.Issuer, NodeName.Urn(host.Node));
        var answer = await client.SendAsync(host, AsNode(), HttpMethod.Post, AnswerSigning.Prefix + "/deletions", new { organisation = proof.OrganisationId, statement }, cancellationToken);
        // They take part again, or the host knows nothing of it: then there is nothing to write down there.
        return answer.IsSuccess || answer.Status is HttpStatusCode.Conflict or HttpStatusCode.NotFound;
    }

    private async Task<CaseListPage> PageAsync(Peer host, Guid organisation, int from, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(host, AsNode(), HttpMethod.Get,
            string.Create(CultureInfo.InvariantCulture, $"{AnswerSigning.Prefix}/case-list?organisation={organisation}&from={from}"), null, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw new PeerFailure("peer-refuses", $"{host.Node} does not give its list: {(int)answer.Status}.");
        }

        try
        {
            var page = answer.Read<CaseListPage>();
            return page is { Items: not null, Mark: not null, Total: >= 0 and <= MostRows, FeedNumber: >= 0 } && page.Items.All(IsRow) ? page : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new PeerFailure("not-a-node", $"{host.Node} answers something that is no list.");
        }
    }

    private static bool IsRow(ListedCase row) => row is { Reference.Length: > 0 and <= HeldCase.LongestReference, Level.Length: > 0 and <= 20, Unread: >= 0 };

    private static bool IsNews(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement is { ValueKind: JsonValueKind.Array } events && events.GetArrayLength() > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private NodeSpeaker AsNode() => new(NodeTokens.Node, settings.Node, null);
}
