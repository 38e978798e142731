import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.http.HttpServerTransport;

/** One node in the folder given, on a port of its own that it tells. Ends when its input does. */
class RunOpenSearch {
    public static void main(String[] args) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> settings
            .put("http.port", "0")
            .put("transport.port", "0")
            .put("discovery.type", "single-node")
            .put("cluster.routing.allocation.disk.threshold_enabled", false));
        runner.build(OpenSearchRunner.newConfigs().basePath(args[0]).clusterName("dateline").numOfNode(1));
        var transport = runner.node().injector().getInstance(HttpServerTransport.class);
        System.out.println("HTTP on port " + transport.boundAddress().publishAddress().getPort() + ".");
        while (System.in.read() >= 0) {}
        runner.close();
        System.exit(0);
    }
}
